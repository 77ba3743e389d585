package dev.longstack.context;

import dev.longstack.seam.Entry;
import org.jspecify.annotations.Nullable;

/** One run of a context on the thread that opened it; closing it ends the run. Use it in a try-with-resources statement. */
public final class Scope implements AutoCloseable {
    private final @Nullable ScopeCheck check = ScopeCheck.STRICT ? ScopeCheck.opened(this) : null;

    /** What the context manager does at the end. */
    Undo undo = Undo.NOTHING;

    Scope() {}

    /** Takes back what {@link ContextManager#attach} did; on the same thread. */
    @FunctionalInterface
    public interface Undo extends AutoCloseable {
        /** Where there is nothing to take back. */
        Undo NOTHING = () -> {};

        @Override
        void close();
    }

    /** Ends the run. Closing it again, or on another thread, does nothing; the {@linkplain ScopeCheck strict mode} tells of it. */
    @Override
    public void close() {
        end(null);
    }

    /** Ends the run as failed. */
    public void fail(Throwable failure) {
        end(failure);
    }

    private void end(@Nullable Throwable failure) {
        if (check != null && !check.closes()) {
            return;
        }
        Undo taken = undo;
        undo = Undo.NOTHING;
        taken.close();
        try {
            ContextSeam.END.invokeExact((Object) this, failure);
        } catch (Throwable e) {
            throw Entry.rethrow(e);
        }
    }
}
