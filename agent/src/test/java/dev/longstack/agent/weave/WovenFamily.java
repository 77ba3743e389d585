package dev.longstack.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.util.CheckClassAdapter;

/** A family's targets that are on the class path or in this JDK, woven from their real bytes; each verifies. */
public final class WovenFamily {
    private final Map<String, ClassNode> classes = new HashMap<>();

    private WovenFamily() {}

    public static WovenFamily of(Family family) {
        Map<String, Target> targets = new HashMap<>();
        for (Target target : family.targets()) {
            if (target.match() instanceof Match.Named named) {
                targets.merge(named.className(), target, Target::and);
            }
        }
        WovenFamily woven = new WovenFamily();
        targets.forEach((className, target) -> woven.weave(target, className));
        return woven;
    }

    /** This class as one of those that a family weaves by their superclass. */
    public static WovenFamily of(Family family, Class<?> subclass) {
        String className = subclass.getName().replace('.', '/');
        WovenFamily woven = new WovenFamily();
        for (Target target : family.targets()) {
            if (target.match() instanceof Match.Subclasses) {
                woven.weave(target, className);
            }
        }
        return woven;
    }

    private static byte @Nullable [] bytes(String className) {
        try (InputStream in = ClassLoader.getSystemResourceAsStream(className + ".class")) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void weave(Target target, String className) {
        byte[] bytes = bytes(className);
        byte[] woven = bytes == null ? null : target.weave(new ClassReader(bytes), Target.Extent.ALL);
        if (bytes == null || woven == null) {
            return;
        }
        ClassNode type = new ClassNode();
        new ClassReader(woven).accept(type, 0);
        if ((type.access & Opcodes.ACC_INTERFACE) != 0) {
            return;
        }
        assertThat(Target.isWoven(type)).as("%s is woven", className).isTrue();
        assertThat(target.weave(new ClassReader(woven), Target.Extent.ALL) == null)
                .as("%s is not woven twice", className)
                .isTrue();
        assertThat(Arrays.equals(woven, target.weave(new ClassReader(bytes), Target.Extent.ALL)))
                .as("%s comes out the same each time", className)
                .isTrue();
        assertThat(faults(woven)).as("%s verifies", className).isEmpty();
        classes.put(className, type);
    }

    private static String faults(byte[] woven) {
        StringWriter faults = new StringWriter();
        ClassLoader loader = WovenFamily.class.getClassLoader();
        CheckClassAdapter.verify(new ClassReader(woven), loader, false, new PrintWriter(faults));
        return faults.toString();
    }

    /** By internal names. */
    public Set<String> classes() {
        return classes.keySet();
    }

    /** The hooks that all methods of this name call, in the order of the code; empty where there is no such class. */
    public List<Hook> hooks(String className, String method) {
        List<Hook> hooks = new ArrayList<>();
        ClassNode type = classes.get(className);
        for (MethodNode each : type == null ? List.<MethodNode>of() : type.methods) {
            if (each.name.equals(method)) {
                for (AbstractInsnNode instruction : each.instructions) {
                    addHook(instruction, hooks);
                }
            }
        }
        return hooks;
    }

    private static void addHook(AbstractInsnNode instruction, List<Hook> hooks) {
        for (Hook hook : Hook.values()) {
            MethodInsnNode wanted = hook.instruction();
            if (instruction instanceof MethodInsnNode call
                    && call.owner.equals(wanted.owner)
                    && call.name.equals(wanted.name)
                    && call.desc.equals(wanted.desc)) {
                hooks.add(hook);
            }
        }
    }
}
