package dev.longstack.context;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A scope of the runtime, which knows itself whether this thread may end it, and of the context manager. */
final class OpenScope implements Scope {
    static final Scope NOOP = () -> {};

    private final @Nullable ScopeCheck check = ScopeCheck.STRICT ? ScopeCheck.opened(this) : null;
    private final @Nullable Consumer<@Nullable Throwable> end;
    private Scope managed;

    OpenScope(@Nullable Consumer<@Nullable Throwable> end, Scope managed) {
        this.end = end;
        this.managed = managed;
    }

    @Override
    public void close() {
        end(null);
    }

    /** The same, with the failure of the run that it is. */
    void end(@Nullable Throwable failure) {
        if (check != null && !check.closes()) {
            return;
        }
        Scope taken = managed;
        managed = NOOP;
        taken.close();
        if (end != null) {
            end.accept(failure);
        }
    }
}
