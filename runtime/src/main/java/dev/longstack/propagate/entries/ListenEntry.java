package dev.longstack.propagate.entries;

import static java.util.Map.entry;

import dev.longstack.record.BoundInterceptor;
import dev.longstack.record.Listener;
import dev.longstack.record.Recorder;
import dev.longstack.record.ThreadState;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongBinaryOperator;
import java.util.function.LongConsumer;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/** What the public API calls to register listeners and interceptors; as {@link ApiEntry}. */
public final class ListenEntry {
    private ListenEntry() {}

    /** By their names. */
    public static Map<String, Object> functions() {
        return Map.ofEntries(
                entry("listen", (Function<Map<String, ?>, Runnable>) ListenEntry::listen),
                entry("intercept", (BiFunction<
                                @Nullable String, BiFunction<Object[], Callable<Object>, Object>, Runnable>)
                        (segment, code) -> BoundInterceptor.add(segment, false, code)::remove),
                entry("interceptWithArguments", (Function<BiFunction<Object[], Callable<Object>, Object>, Runnable>)
                        code -> BoundInterceptor.add(null, true, code)::remove),
                entry("enterSegment", Guarded.<String, Runnable>function(ListenEntry::enterSegment)));
    }

    /** Registers a listener by what it wants to be told; what it does not want is missing. The result takes it away again. */
    @SuppressWarnings("unchecked") // the API gives nothing else
    private static Runnable listen(Map<String, ?> calls) {
        return Listener.add(new Listener.Calls(
                (Consumer<Object>) calls.get("created"),
                (LongBinaryOperator) calls.get("changed"),
                (BiConsumer<Object, String>) calls.get("released"),
                (LongConsumer) calls.get("resolved"),
                (ObjLongConsumer<String[]>) calls.get("hint"),
                (ObjLongConsumer<Object>) calls.get("tracked"),
                (ObjLongConsumer<Object>) calls.get("untracked"),
                calls.containsKey("arguments")))::remove;
    }

    /** From here on what runs here is in this segment; the result ends that. Null where nobody wants to know. */
    private static @Nullable Runnable enterSegment(String name) {
        if (!Recorder.onForApi()) {
            return null;
        }
        Object entered = ThreadState.current().enterSegment(name);
        return () -> {
            ThreadState state = ThreadState.currentOrNull();
            if (state != null) {
                state.leaveSegment(entered);
            }
        };
    }
}
