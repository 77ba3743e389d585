package dev.longstack.benchmarks;

import dev.longstack.context.AsyncContext;
import dev.longstack.context.Scope;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** {@code REQUESTS HOPS}: requests with so many hops each, for a recording of a known size. */
public final class HopsMain {
    private HopsMain() {}

    @SuppressWarnings("try") // the scope is closed, not used
    public static void main(String[] args) throws Exception {
        int requests = Integer.parseInt(args[0]);
        int hops = Integer.parseInt(args[1]);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        Semaphore waiting = new Semaphore(10_000);
        CountDownLatch done = new CountDownLatch(requests);
        for (int i = 0; i < requests; i++) {
            waiting.acquire();
            try (Scope scope = AsyncContext.request("GET /orders").beginRun()) {
                next(pool, hops, () -> {
                    waiting.release();
                    done.countDown();
                });
            }
        }
        done.await();
        pool.shutdown();
        pool.awaitTermination(1, TimeUnit.MINUTES);
    }

    private static void next(ExecutorService pool, int hops, Runnable last) {
        if (hops == 0) {
            last.run();
        } else {
            pool.execute(() -> next(pool, hops - 1, last));
        }
    }
}
