package dev.longstack.recordings.truth;

import java.util.concurrent.CompletableFuture;

/** A future with who completed it. */
final class Source {
    final CompletableFuture<Integer> future = new CompletableFuture<>();
    volatile Run completer = Run.NOWHERE;

    void complete(Run here) {
        completer = here;
        future.complete(1);
    }

    void fail(Run here) {
        completer = here;
        future.completeExceptionally(new IllegalStateException("planned"));
    }

    Trigger trigger() {
        return Trigger.of(completer);
    }
}
