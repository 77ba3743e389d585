package dev.longstack.recordings;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Virtual threads by name: the JDK that compiles this has none. */
public final class VirtualThreads {
    private static final @Nullable MethodHandle START = find();

    private VirtualThreads() {}

    private static @Nullable MethodHandle find() {
        try {
            return MethodHandles.publicLookup()
                    .findStatic(
                            Thread.class, "startVirtualThread", MethodType.methodType(Thread.class, Runnable.class));
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }

    public static boolean areThere() {
        return START != null;
    }

    public static void start(Runnable task) {
        MethodHandle start = START;
        if (start == null) {
            throw new IllegalStateException("invariant: asked for on a JDK that has virtual threads");
        }
        try {
            start.invoke(task);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** A virtual thread for the task, not started. */
    public static Thread unstarted(Runnable task) {
        try {
            Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
            return (Thread) Class.forName("java.lang.Thread$Builder")
                    .getMethod("unstarted", Runnable.class)
                    .invoke(builder, task);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("invariant: asked for on a JDK that has virtual threads", e);
        }
    }

    /** One virtual thread a task; null where there are none. */
    public static @Nullable ExecutorService perTaskExecutor() {
        try {
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }
}
