package dev.longstack.listen;

import dev.longstack.context.AsyncContext;
import dev.longstack.listen.ContextListener.Interest;
import dev.longstack.seam.Entry;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongBinaryOperator;
import java.util.function.LongConsumer;
import java.util.function.ObjLongConsumer;

/** Registers listeners; any thread, also inside a listener. */
public final class Listeners {
    private Listeners() {}

    /** Binds the listener to all contexts and objects from now on. */
    public static Registration add(ContextListener listener) {
        Set<Interest> wants = listener.interests();
        Consumer<Object> created =
                wants.contains(Interest.CREATED) ? token -> listener.created(AsyncContext.ofToken(token)) : null;
        LongBinaryOperator changed = wants.contains(Interest.CHANGED)
                ? (contextId, parentId) -> {
                    listener.changed(contextId, parentId);
                    return 0;
                }
                : null;
        BiConsumer<Object, String> released = wants.contains(Interest.RELEASED)
                ? (token, reason) -> listener.released(AsyncContext.ofToken(token), reason)
                : null;
        LongConsumer resolved = wants.contains(Interest.RESOLVED) ? listener::resolved : null;
        ObjLongConsumer<String[]> hint =
                wants.contains(Interest.HINT) ? (texts, id) -> listener.hint(id, texts[0], texts[1]) : null;
        boolean objects = wants.contains(Interest.TRACKED);
        ObjLongConsumer<Object> tracked = objects ? listener::objectTracked : null;
        ObjLongConsumer<Object> untracked = objects ? listener::objectReleased : null;
        try {
            Runnable remove = (Runnable) ListenSeam.LISTEN.invokeExact(
                    created, changed, released, resolved, hint, tracked, untracked, wants.contains(Interest.ARGUMENTS));
            return remove::run;
        } catch (Throwable e) {
            throw Entry.rethrow(e);
        }
    }
}
