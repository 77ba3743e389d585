package dev.longstack.recordings.behaviour;

import dev.longstack.context.AsyncContext;
import dev.longstack.context.Scope;
import java.util.concurrent.CountDownLatch;

/** Prints {@code kept RULE} or {@code BROKEN RULE} for each; under a request, where something records. */
public final class Behaviours {
    private Behaviours() {}

    @SuppressWarnings("try") // the scope is closed, not used
    public static void main(String[] args) throws Exception {
        try (Scope scope = AsyncContext.request("behaviours").beginRun()) {
            ThreadPools.check();
            Schedulers.check();
            ForkJoins.check();
            Futures.check();
        }
        Memory.check();
    }

    static void rule(String rule, boolean kept) {
        System.out.println((kept ? "kept " : "BROKEN ") + rule);
    }

    static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
