package dev.longstack.context;

import org.jspecify.annotations.Nullable;

/** One run of a context on the thread that opened it; closing it ends the run. Use it in a try-with-resources statement. */
public final class Scope implements AutoCloseable {
    Scope() {}

    /** Ends the run. Closing it again, or on another thread, does nothing. */
    @Override
    public void close() {
        end(null);
    }

    /** Ends the run as failed. */
    public void fail(Throwable failure) {
        end(failure);
    }

    private void end(@Nullable Throwable failure) {
        try {
            Seam.END.invokeExact((Object) this, failure);
        } catch (Throwable e) {
            throw Seam.rethrow(e);
        }
    }
}
