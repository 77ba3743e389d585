package dev.longstack.listen;

import dev.longstack.context.AsyncContext;
import dev.longstack.context.ReleaseReason;

/**
 * Is told what happens to contexts, as far as it was {@linkplain Listeners#add registered} for it. Called on the thread where it happens,
 * in the middle of it: be quick, and take no lock that may be held. A listener is bound to what is created from its registration
 * on, and hears of that to the end, even after it was removed. What it does itself, and all asynchronous work that it starts, never
 * reaches it again. What it throws is counted and goes no further; after ten times it is told nothing more.
 *
 * <pre>{@code
 * private static final class Printing implements ContextListener {
 *     public void created(AsyncContext context) {
 *         System.out.println("created " + context.operation());
 *     }
 *
 *     public void released(AsyncContext context, ReleaseReason reason) {
 *         System.out.println("released " + context.operation() + ": " + reason.word());
 *     }
 * }
 * }</pre>
 */
public interface ContextListener {
    /** Work was scheduled or registered. Its {@link AsyncContext#arguments} are there with {@link Interest#ARGUMENTS}. */
    default void created(AsyncContext context) {}

    /** This context is the current one on this thread from now on; 0 for none. */
    default void changed(long contextId, long parentId) {}

    /** It will not run again. */
    default void released(AsyncContext context, ReleaseReason reason) {}

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
