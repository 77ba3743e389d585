package dev.longstack.record;

import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/**
 * Sets a thread-local of a thread that has not started yet, which no API of the JDK does. It saves each virtual thread the way
 * through a table beside: the agent opens the package, and without it nothing is given.
 */
public final class ThreadLocals {
    private static volatile @Nullable MethodHandle createMap;

    private ThreadLocals() {}

    /** {@code ThreadLocal.createMap(Thread, Object)}. */
    public static void use(MethodHandle handle) {
        createMap = handle;
    }

    static boolean canBeGiven() {
        return createMap != null;
    }

    static void give(Thread thread, ThreadLocal<?> local, Object value) {
        MethodHandle handle = createMap;
        if (handle == null) {
            throw new IllegalStateException("invariant: asked before");
        }
        try {
            handle.invokeExact(local, thread, value);
        } catch (Throwable e) {
            throw new IllegalStateException("invariant: it only makes a map", e);
        }
    }
}
