package dev.longstack.frameworks;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** What goes through a library's queue, for the request with this id. */
public record Element(long id, CompletableFuture<String> done) {
    /** Of a request that waits for nothing yet. */
    public static Element of(long id) {
        return new Element(id, new CompletableFuture<>());
    }

    /** For whoever took it out of the queue: goes on elsewhere, and ends there. */
    public void handOn(Executor executor) {
        Steps.step(id, "taken");
        executor.execute(() -> {
            Steps.step(id, "handed on");
            done.complete("done");
        });
    }
}
