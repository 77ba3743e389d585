package dev.longstack.record;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A slot in each virtual thread, which the agent makes where the JDK lets it: first for the task that the thread was made with,
 * then for the token that it was started with, then for its {@link ThreadState}. A thread-local would cost each of a million
 * threads a map.
 */
public abstract class VirtualThreadSlots {
    private static volatile Supplier<@Nullable VirtualThreadSlots> maker = () -> null;

    /** A holder, so that the instance is a constant for the compiler, and made when the first virtual thread is looked at. */
    private static final class Held {
        static final @Nullable VirtualThreadSlots INSTANCE = maker.get();
    }

    /** From now on virtual threads have slots; before the first one is made. */
    public static void use(Supplier<@Nullable VirtualThreadSlots> slots) {
        maker = slots;
    }

    /** Null where there are none: states go by a thread-local then, and tokens beside. */
    static @Nullable VirtualThreadSlots installed() {
        return Held.INSTANCE;
    }

    /** What is in the slot of a virtual thread; null for nothing, and for one that has no slot. */
    public abstract @Nullable Object get(Thread thread);

    /** False where the thread has no slot. */
    public abstract boolean set(Thread thread, @Nullable Object content);
}
