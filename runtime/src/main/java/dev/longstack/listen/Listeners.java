package dev.longstack.listen;

import dev.longstack.context.AsyncContext;
import dev.longstack.context.ReleaseReason;
import dev.longstack.seam.ContextFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongBinaryOperator;
import java.util.function.LongConsumer;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Registers listeners; any thread, also inside a listener.
 *
 * <pre>{@code
 * try (Registration listening = Listeners.add(new Printing(), Interest.CREATED, Interest.RELEASED)) {
 *     Deferred.wrap("Pool.enqueue").runnable(task).run();
 * }
 * }</pre>
 */
public final class Listeners {
    private Listeners() {}

    /**
     * Binds the listener to all contexts and objects from now on.
     *
     * @param interests what it is told; at least one
     * @throws IllegalArgumentException if there is none
     */
    public static Registration add(ContextListener listener, Interest... interests) {
        if (interests.length == 0) {
            throw new IllegalArgumentException("a listener without any interest would never be called");
        }
        Map<String, Object> calls = new HashMap<>();
        for (Interest interest : interests) {
            add(calls, listener, interest);
        }
        return ListenSeam.LISTEN.apply(calls)::run;
    }

    private static void add(Map<String, Object> calls, ContextListener listener, Interest interest) {
        switch (interest) {
            case CREATED -> calls.put("created", (Consumer<Object>) token -> listener.created(context(token)));
            case CHANGED ->
                calls.put("changed", (LongBinaryOperator) (contextId, parentId) -> {
                    listener.changed(contextId, parentId);
                    return 0;
                });
            case RELEASED ->
                calls.put("released", (BiConsumer<Object, String>)
                        (token, reason) -> listener.released(context(token), ReleaseReason.ofWord(reason)));
            case RESOLVED -> calls.put("resolved", (LongConsumer) listener::resolved);
            case HINT ->
                calls.put("hint", (ObjLongConsumer<String[]>)
                        (texts, contextId) -> listener.hint(contextId, texts[0], texts[1]));
            case TRACKED -> {
                calls.put("tracked", (ObjLongConsumer<Object>) listener::objectTracked);
                calls.put("untracked", (ObjLongConsumer<Object>) listener::objectReleased);
            }
            case ARGUMENTS -> calls.put("arguments", true);
        }
    }

    private static AsyncContext context(@Nullable Object token) {
        return ContextFactory.contextOf(AsyncContext.class, token);
    }
}
