package dev.longstack.recordings.faults;

import dev.longstack.context.AsyncContext;
import dev.longstack.context.Scope;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A step of a request waits for a lock that another request's step holds. */
@SuppressWarnings("try") // scopes are closed, not used
public final class Locked {
    private static final Object LEDGER = new Object();

    private Locked() {}

    public static void main(String[] args) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(2);
        try (Scope scope = AsyncContext.request("GET /holder").beginRun()) {
            pool.execute(() -> hold(held, done));
        }
        held.await();
        try (Scope scope = AsyncContext.request("GET /waiter").beginRun()) {
            pool.execute(() -> enter(done));
        }
        done.await();
        pool.shutdown();
    }

    private static void hold(CountDownLatch held, CountDownLatch done) {
        synchronized (LEDGER) {
            held.countDown();
            try {
                boolean ignored = new CountDownLatch(1).await(300, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        done.countDown();
    }

    private static void enter(CountDownLatch done) {
        synchronized (LEDGER) {
            done.countDown();
        }
    }
}
