package dev.longstack.agent.start;

import dev.longstack.agent.weave.Target;
import dev.longstack.agent.weave.Target.Extent;
import dev.longstack.record.Faults;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;

/*
 * The JVM refuses a class that comes back with other members than it was loaded with. Other agents, debuggers and JFR let it
 * hand us loaded classes at any time, with the bytes that they had before us: so a class that got its members at load gets them
 * again, and one that was loaded before us never.
 */
/** Weaves the classes that families name, by their own name or by their superclass; any thread. */
final class Transformer implements ClassFileTransformer {
    private final Targets targets;
    private final Completions completions;
    private final boolean verbose;
    private final Loaders loaders = new Loaders();

    Transformer(Targets targets, Completions completions, boolean verbose) {
        this.targets = targets;
        this.completions = completions;
        this.verbose = verbose;
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String name,
            @Nullable Class<?> loaded,
            @Nullable ProtectionDomain domain,
            byte[] bytes) {
        if (name == null) {
            return null;
        }
        try {
            Target named = targets.named(name);
            if (named == null && !mayExtendTarget(loader, name, loaded)) {
                return null;
            }
            ClassReader reader = new ClassReader(bytes);
            Target target = named != null ? named : targets.extending(reader.getSuperName());
            if (target == null || !loaders.seesBootPart(loader)) {
                return null;
            }
            return loaded == null ? atLoad(loader, name, reader, target) : again(loader, name, reader, target);
        } catch (Throwable e) {
            failed(name, e);
            return null;
        }
    }

    /** Loaded before us, or left alone then, a class that extends a target stays as it is. */
    private boolean mayExtendTarget(@Nullable ClassLoader loader, String name, @Nullable Class<?> loaded) {
        return loader != null && targets.goBySuperclass() && (loaded == null || loaders.wasWovenAtLoad(loader, name));
    }

    private byte @Nullable [] atLoad(@Nullable ClassLoader loader, String name, ClassReader reader, Target target) {
        byte[] woven = null;
        try {
            woven = weave(name, reader, target, Extent.ALL);
        } catch (Throwable e) {
            failed(name, e);
            // who reads the members of the JDK's classes expects them there
            woven = loader == null ? weave(name, reader, target, Extent.MEMBERS) : null;
        } finally {
            loaders.loads(loader, name, woven != null);
        }
        return woven;
    }

    private byte @Nullable [] again(@Nullable ClassLoader loader, String name, ClassReader reader, Target target) {
        if (!loaders.wasWovenAtLoad(loader, name)) {
            return weave(name, reader, target, Extent.BODIES);
        }
        try {
            return weave(name, reader, target, Extent.ALL);
        } catch (Throwable e) {
            failed(name, e);
            return weave(name, reader, target, Extent.MEMBERS);
        }
    }

    private byte @Nullable [] weave(String name, ClassReader reader, Target target, Extent extent) {
        byte[] woven = target.weave(reader, extent);
        if (woven != null) {
            if (verbose) {
                System.err.println("[longstack] woven: " + name.replace('/', '.')
                        + (extent == Extent.BODIES ? " (bodies only)" : ""));
            }
            if (target.isWholeWith(extent)) {
                completions.woven(name);
            }
        }
        return woven;
    }

    private static void failed(String name, Throwable e) {
        String className = name.replace('/', '.');
        Faults.weavingFailed(className);
        System.err.println("[longstack] '" + className + "' could not be woven; left unchanged: " + e);
    }
}
