package dev.longstack.listen;

import dev.longstack.seam.Entry;
import java.lang.invoke.MethodHandle;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.LongBinaryOperator;
import java.util.function.LongConsumer;
import java.util.function.ObjLongConsumer;

/** The entry points for listeners and interceptors. */
final class ListenSeam {
    private static final Entry ENTRY = Entry.named("ListenEntry");

    static final MethodHandle LISTEN = ENTRY.find(
            "listen",
            Runnable.class,
            Consumer.class,
            LongBinaryOperator.class,
            BiConsumer.class,
            LongConsumer.class,
            ObjLongConsumer.class,
            ObjLongConsumer.class,
            ObjLongConsumer.class,
            boolean.class);
    static final MethodHandle INTERCEPT =
            ENTRY.find("intercept", Runnable.class, String.class, boolean.class, BiFunction.class);
    static final MethodHandle ENTER_SEGMENT = ENTRY.find("enterSegment", Object.class, String.class);
    static final MethodHandle LEAVE_SEGMENT = ENTRY.find("leaveSegment", void.class, Object.class);

    private ListenSeam() {}
}
