package dev.longstack.record;

import org.jspecify.annotations.Nullable;

/**
 * A slot in each virtual thread, which the agent makes where the JDK lets it: first for the task that the thread was made with,
 * then for the token that it was started with, then for its {@link ThreadState}. A thread-local would cost each of a million
 * threads a map.
 */
public abstract class VirtualThreadSlots {
    private static volatile @Nullable VirtualThreadSlots installed;

    /** From now on virtual threads have slots. */
    public static void use(VirtualThreadSlots slots) {
        installed = slots;
    }

    /** Null where there are none: states go by a thread-local then, and tokens beside. */
    static @Nullable VirtualThreadSlots installed() {
        return installed;
    }

    /** What is in the slot of a virtual thread; null for nothing, and for one that has no slot. */
    public abstract @Nullable Object get(Thread thread);

    /** False where the thread has no slot. */
    public abstract boolean set(Thread thread, @Nullable Object content);
}
