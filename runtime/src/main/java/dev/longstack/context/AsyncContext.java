package dev.longstack.context;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A unit of asynchronous work: created where it is scheduled, attached where it runs. Immutable; any thread.
 *
 * <p>Ids are unique in this JVM; 0 is none: nothing is recorded, or nothing is current.
 */
public final class AsyncContext {
    private final @Nullable Object token;

    private AsyncContext(@Nullable Object token) {
        this.token = token;
    }

    /** The id of what runs on this thread; 0 for none. */
    public static long currentId() {
        try {
            return (long) Seam.CURRENT_ID.invokeExact();
        } catch (Throwable e) {
            throw Seam.rethrow(e);
        }
    }

    /** The id of the context in which the current one was created; 0 for none, -1 for unknown. */
    public static long currentParentId() {
        try {
            return (long) Seam.CURRENT_PARENT_ID.invokeExact();
        } catch (Throwable e) {
            throw Seam.rethrow(e);
        }
    }

    /** The operation of the current context; null for none. */
    public static @Nullable String currentOperation() {
        try {
            return (String) Seam.CURRENT_OPERATION.invokeExact();
        } catch (Throwable e) {
            throw Seam.rethrow(e);
        }
    }

    /**
     * A new context below the current one, for work that is being handed over.
     *
     * @param operation the call that schedules, as people know it; few different ones
     * @param task whose class names the work
     */
    public static AsyncContext capture(String operation, Object task) {
        try {
            return new AsyncContext((Object) Seam.CAPTURE.invokeExact(operation, (Class<?>) task.getClass()));
        } catch (Throwable e) {
            throw Seam.rethrow(e);
        }
    }

    /** A new context below the one with this id, for pools and callbacks that come from somewhere else. */
    public static AsyncContext createChild(long parentId, String operation, Object task) {
        try {
            return new AsyncContext(
                    (Object) Seam.CAPTURE_CHILD_OF.invokeExact(parentId, operation, (Class<?>) task.getClass()));
        } catch (Throwable e) {
            throw Seam.rethrow(e);
        }
    }

    /**
     * A new request: it tops a tree of its own, what is current is only its provenance.
     *
     * @param name as people know it, {@code GET /orders}; few different ones, no ids in it
     */
    public static AsyncContext request(String name) {
        try {
            return new AsyncContext((Object) Seam.REQUEST.invokeExact(name));
        } catch (Throwable e) {
            throw Seam.rethrow(e);
        }
    }

    /** This context's id; 0 where nothing is recorded. */
    public long id() {
        try {
            return (long) Seam.ID_OF.invokeExact(token);
        } catch (Throwable e) {
            throw Seam.rethrow(e);
        }
    }

    /** Begins a run on this thread. The first run's end ends the context. */
    public Scope attach() {
        Scope scope = new Scope();
        try {
            Seam.BEGIN.invokeExact(token, (Object) scope);
        } catch (Throwable e) {
            throw Seam.rethrow(e);
        }
        return scope;
    }

    /** Says that the work was cancelled and will not run. */
    public void cancel() {
        try {
            Seam.RELEASE.invokeExact(token, "cancelled");
        } catch (Throwable e) {
            throw Seam.rethrow(e);
        }
    }

    /** Says what the current context is doing; the details are asked for only if somebody listens. */
    public static void hint(String name, Supplier<String> details) {
        try {
            if ((boolean) Seam.HINTS_ON.invokeExact()) {
                Seam.HINT.invokeExact(name, details.get());
            }
        } catch (Throwable e) {
            throw Seam.rethrow(e);
        }
    }
}
