package dev.longstack.frameworks;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Chains of futures. */
public final class Hops {
    /** How many hops a request to {@code /hops} makes. */
    public static final int HOPS = 25;

    private Hops() {}

    /** A chain of so many hops, each a step on the executor. */
    public static CompletableFuture<String> futures(long id, Executor executor, int hops) {
        CompletableFuture<String> chain = CompletableFuture.supplyAsync(() -> hop(id), executor);
        for (int i = 1; i < hops; i++) {
            chain = chain.thenApplyAsync(ignored -> hop(id), executor);
        }
        return chain;
    }

    private static String hop(long id) {
        Steps.step(id, "hop");
        return "done";
    }
}
