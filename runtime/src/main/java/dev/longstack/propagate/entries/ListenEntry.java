package dev.longstack.propagate.entries;

import dev.longstack.record.BoundInterceptor;
import dev.longstack.record.Listener;
import dev.longstack.record.Recorder;
import dev.longstack.record.ThreadState;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.LongBinaryOperator;
import java.util.function.LongConsumer;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/** What the public API calls to register listeners and interceptors; as {@link ApiEntry}. */
public final class ListenEntry {
    private ListenEntry() {}

    /** Registers a listener; null for what it does not want. The result takes it away again. */
    public static Runnable listen(
            @Nullable Consumer<Object> created,
            @Nullable LongBinaryOperator changed,
            @Nullable BiConsumer<Object, String> released,
            @Nullable LongConsumer resolved,
            @Nullable ObjLongConsumer<String[]> hint,
            @Nullable ObjLongConsumer<Object> tracked,
            @Nullable ObjLongConsumer<Object> untracked,
            boolean arguments) {
        return Listener.add(
                new Listener.Calls(created, changed, released, resolved, hint, tracked, untracked, arguments))::remove;
    }

    /** Registers an interceptor for this segment, null for everywhere. The result takes it away again. */
    public static Runnable intercept(
            @Nullable String segment, boolean arguments, BiFunction<Object[], Callable<Object>, Object> interceptor) {
        return BoundInterceptor.add(segment, arguments, interceptor)::remove;
    }

    /** From here to the end of this owner's stay what runs here is in this segment. */
    public static @Nullable Object enterSegment(String name) {
        return Recorder.onForApi() ? ThreadState.current().enterSegment(name) : null;
    }

    /** The stay ends; again, or elsewhere: nothing. */
    public static void leaveSegment(@Nullable Object stay) {
        ThreadState state = ThreadState.currentOrNull();
        if (state != null && stay != null) {
            state.leaveSegment(stay);
        }
    }
}
