package dev.longstack.benchmarks;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/** {@code Thread.startVirtualThread}, which the JDK that compiles this doesn't have. */
final class VirtualThreads {
    private static final @Nullable MethodHandle START = find();

    private VirtualThreads() {}

    static boolean areThere() {
        return START != null;
    }

    static void start(Runnable task) {
        MethodHandle start = START;
        if (start == null) {
            throw new IllegalStateException("invariant: asked for on a JDK that has virtual threads");
        }
        try {
            Thread ignored = (Thread) start.invokeExact(task);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable MethodHandle find() {
        try {
            return MethodHandles.publicLookup()
                    .findStatic(
                            Thread.class, "startVirtualThread", MethodType.methodType(Thread.class, Runnable.class));
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }
}
