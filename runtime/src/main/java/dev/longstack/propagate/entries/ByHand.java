package dev.longstack.propagate.entries;

import dev.longstack.propagate.hooks.TaskHooks;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Owns what the API began on a thread, and ends it: once, on that thread. */
final class ByHand implements Consumer<@Nullable Throwable> {
    @Override
    public void accept(@Nullable Throwable failure) {
        TaskHooks.endFailed(this, failure);
    }
}
