package dev.longstack.deferred;

import dev.longstack.context.AsyncContext;
import dev.longstack.context.ContextKind;
import dev.longstack.seam.ContextFactory;
import dev.longstack.seam.Entry;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import java.util.function.ObjLongConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** What the runtime does for callbacks. Documented there. */
final class DeferredSeam {
    private static final Entry ENTRY = Entry.named("DeferredEntry");

    private static final Function<@Nullable Object[], @Nullable Object> WRAP = ENTRY.find("wrap");
    private static final Function<@Nullable Object[], @Nullable Object> REPEAT = ENTRY.find("repeat");
    private static final Function<Object, @Nullable Object> TOKEN_OF = ENTRY.find("tokenOf");
    private static final LongFunction<@Nullable Object> TOKEN_OF_ID = ENTRY.find("tokenOfId");

    static final Function<Object, Object> UNWRAP = ENTRY.find("unwrap");
    static final Predicate<Object> HAS_CONTEXT = ENTRY.find("hasContext");
    static final ObjLongConsumer<Object> DUE = ENTRY.find("due");
    static final ToLongFunction<@Nullable Object[]> CREATED = ENTRY.find("created");
    static final LongConsumer BEGIN = ENTRY.find("begin");
    static final LongConsumer END = ENTRY.find("end");
    static final ObjLongConsumer<String> RELEASED = ENTRY.find("released");

    private DeferredSeam() {}

    /** The callback as this type, with a new context around it; itself where nobody wants to know. */
    @SuppressWarnings("unchecked") // the runtime wraps it as this type
    static <T> T wrap(
            Class<? super T> type,
            ContextKind kind,
            String operation,
            @Nullable Supplier<? extends Map<String, ?>> arguments,
            T callback) {
        Object wrapped = WRAP.apply(new @Nullable Object[] {type, kind.word(), operation, arguments, callback});
        return wrapped == null ? callback : (T) wrapped;
    }

    /** A task that runs periodically, due first at this time of {@link System#nanoTime()}; a period below 0 is a delay between runs. */
    static Runnable repeat(String operation, long dueNanos, long periodNanos, Runnable task) {
        Object wrapped = REPEAT.apply(new @Nullable Object[] {operation, dueNanos, periodNanos, task});
        return wrapped == null ? task : (Runnable) wrapped;
    }

    /** The context of what is wrapped; none of any other object. */
    static AsyncContext contextOf(Object wrapped) {
        return ContextFactory.contextOf(AsyncContext.class, TOKEN_OF.apply(wrapped));
    }

    /** The context that a library knows by this id. */
    static AsyncContext contextOf(long id) {
        return ContextFactory.contextOf(AsyncContext.class, TOKEN_OF_ID.apply(id));
    }
}
