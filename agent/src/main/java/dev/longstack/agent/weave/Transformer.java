package dev.longstack.agent.weave;

import dev.longstack.propagate.TaskHooks;
import dev.longstack.record.Faults;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Weaves the classes that a family names, and those that extend Thread; any thread. */
final class Transformer implements ClassFileTransformer {
    private final Map<String, Weaving> weavings;
    private final boolean threads;
    private final boolean verbose;
    /** Whether a class loader finds the boot part; the JDK's own do. */
    private final Map<ClassLoader, Boolean> sees = new WeakHashMap<>();

    Transformer(Map<String, Weaving> weavings, boolean threads, boolean verbose) {
        this.weavings = weavings;
        this.threads = threads;
        this.verbose = verbose;
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String name,
            @Nullable Class<?> loaded,
            ProtectionDomain domain,
            byte[] bytes) {
        if (name == null) {
            return null;
        }
        try {
            Weaving weaving = weavings.get(name);
            if (weaving == null && (!threads || loader == null || loaded != null)) {
                return null;
            }
            ClassReader reader = new ClassReader(bytes);
            if (weaving == null && !"java/lang/Thread".equals(reader.getSuperName())) {
                return null;
            }
            return seesBootPart(loader) ? weave(reader, weaving, loaded != null) : null;
        } catch (Throwable e) {
            Faults.weavingFailed(name.replace('/', '.'));
            System.err.println(
                    "[longstack] '" + name.replace('/', '.') + "' could not be woven and stays as it was: " + e);
            return null;
        }
    }

    private byte @Nullable [] weave(ClassReader reader, @Nullable Weaving named, boolean bodiesOnly) {
        ClassNode node = new ClassNode();
        reader.accept(node, 0);
        if (named == null && node.methods.stream().noneMatch(Transformer::isRun)) {
            return null;
        }
        Weaving weaving = named == null ? ThreadWeaving::subclass : named;
        weaving.weave(new WovenClass(node, bodiesOnly));
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        node.accept(writer);
        if (verbose) {
            System.err.println(
                    "[longstack] woven: " + node.name.replace('/', '.') + (bodiesOnly ? " (bodies only)" : ""));
        }
        return writer.toByteArray();
    }

    private static boolean isRun(MethodNode method) {
        return method.name.equals("run") && method.desc.equals("()V") && (method.access & Opcodes.ACC_ABSTRACT) == 0;
    }

    /** A loader that hides the boot path's packages would make woven code fail where it runs. */
    private boolean seesBootPart(@Nullable ClassLoader loader) {
        if (loader == null) {
            return true;
        }
        synchronized (sees) {
            Boolean known = sees.get(loader);
            if (known != null) {
                return known;
            }
        }
        boolean found = findsBootPart(loader);
        synchronized (sees) {
            sees.put(loader, found);
        }
        return found;
    }

    private static boolean findsBootPart(ClassLoader loader) {
        try {
            return loader.loadClass(TaskHooks.class.getName()) == TaskHooks.class;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
