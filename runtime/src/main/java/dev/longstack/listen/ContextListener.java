package dev.longstack.listen;

import dev.longstack.context.AsyncContext;
import java.util.Set;

/**
 * Is told what happens to contexts. Called on the thread where it happens, in the middle of it: be quick, and take nothing that
 * may be held. It is bound to what is created from its registration on, and hears of that to the end, also when it has been
 * taken away meanwhile. What it does itself, and all asynchronous work that it starts, never reaches it again. What it throws is
 * counted and goes no further; after ten times it is told nothing any more.
 */
public interface ContextListener {
    /** What a listener may want to be told; what nobody wants costs nothing. */
    enum Interest {
        CREATED,
        CHANGED,
        RELEASED,
        /** Counted live, only while somebody wants it. */
        RESOLVED,
        HINT,
        TRACKED,
        /** The significant arguments of creating calls: they may be secrets. */
        ARGUMENTS
    }

    /** What it wants; asked once, at its registration. */
    Set<Interest> interests();

    /** Work was scheduled or registered. Its {@link AsyncContext#arguments} are there with {@link Interest#ARGUMENTS}. */
    default void created(AsyncContext context) {}

    /** Another context is current on this thread from now on; 0 for none. */
    default void changed(long contextId, long parentId) {}

    /** It will not run again, for this reason: completed, failed, cancelled, rejected, removed, collected or closed. */
    default void released(AsyncContext context, String reason) {}

    /**
     * It and all that it started are released. Not told of what stands above a chain of more than 65,536 contexts each of which
     * has created the next: the recording counts those.
     */
    default void resolved(long contextId) {}

    /** The context said what it is doing. */
    default void hint(long contextId, String name, String details) {}

    /** An object that has to be closed was opened in this context. */
    default void objectTracked(Object object, long contextId) {}

    /** An object that was opened in this context was closed, or disposed of by its zone. */
    default void objectReleased(Object object, long contextId) {}
}
