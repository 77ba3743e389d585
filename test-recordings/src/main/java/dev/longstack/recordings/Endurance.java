package dev.longstack.recordings;

import dev.longstack.context.AsyncContext;
import dev.longstack.context.Scope;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Much of the same for a long time: {@code virtual|hops|rescheduling COUNT}. Says {@code done} if nothing hung; a heap that is
 * too small for a leak says the rest.
 */
@SuppressWarnings("FutureReturnValueIgnored") // the programs are about the calls
public final class Endurance {
    private Endurance() {}

    public static void main(String[] args) throws Exception {
        long count = Long.parseLong(args[1]);
        switch (args[0]) {
            case "virtual" -> virtual(count);
            case "hops" -> hops(count);
            case "rescheduling" -> rescheduling(count);
            default -> throw new IllegalArgumentException(args[0]);
        }
        // the last second's statistics
        TimeUnit.MILLISECONDS.sleep(1500);
        System.out.println("done " + AsyncContext.currentId());
    }

    /** Each takes a monitor, parks, and waits at a queue; another virtual thread watches that the carriers go round. */
    @SuppressWarnings("try") // the scope is closed, not used
    private static void virtual(long count) throws InterruptedException {
        Object monitor = new Object();
        BlockingQueue<Integer> queue = new ArrayBlockingQueue<>(100);
        Semaphore alive = new Semaphore(10_000);
        CountDownLatch ended = new CountDownLatch((int) count);
        CountDownLatch stop = new CountDownLatch(1);
        long[] longestNanos = new long[1];
        VirtualThreads.start(() -> watch(stop, longestNanos));
        for (int i = 0; i < count; i++) {
            boolean puts = i % 2 == 0;
            alive.acquire();
            try (Scope scope = AsyncContext.request("virtual").beginRun()) {
                VirtualThreads.start(() -> {
                    try {
                        synchronized (monitor) {
                            longestNanos[0] += 0;
                        }
                        LockSupport.parkNanos(1_000);
                        if (puts) {
                            queue.put(1);
                        } else {
                            queue.take();
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    } finally {
                        alive.release();
                        ended.countDown();
                    }
                });
            }
        }
        ended.await();
        stop.countDown();
        System.out.println("longest wait of a virtual thread for a carrier: " + longestNanos[0] / 1_000_000 + " ms");
    }

    private static void watch(CountDownLatch stop, long[] longestNanos) {
        try {
            long before = System.nanoTime();
            while (!stop.await(1, TimeUnit.MILLISECONDS)) {
                long now = System.nanoTime();
                longestNanos[0] = Math.max(longestNanos[0], now - before);
                before = now;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @SuppressWarnings("try") // the scope is closed, not used
    private static void hops(long count) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        Semaphore waiting = new Semaphore(1_000);
        for (long i = 0; i < count; i += 5) {
            waiting.acquire(5);
            try (Scope scope = AsyncContext.request("hops").beginRun()) {
                pool.execute(waiting::release);
                pool.submit(() -> waiting.release());
                CompletableFuture.supplyAsync(() -> 1, pool)
                        .thenApply(x -> {
                            waiting.release();
                            return x;
                        })
                        .whenCompleteAsync((x, e) -> waiting.release(2), pool);
            }
        }
        waiting.acquire(1_000);
        pool.shutdown();
        pool.awaitTermination(1, TimeUnit.MINUTES);
    }

    /** A chain without an end, below one request. */
    @SuppressWarnings("try") // the scope is closed, not used
    private static void rescheduling(long count) throws Exception {
        ScheduledExecutorService pool = Executors.newScheduledThreadPool(1);
        CountDownLatch end = new CountDownLatch(1);
        Runnable task = new Runnable() {
            private long left = count;

            @Override
            public void run() {
                if (--left == 0) {
                    end.countDown();
                } else {
                    pool.schedule(this, 0, TimeUnit.NANOSECONDS);
                }
            }
        };
        try (Scope scope = AsyncContext.request("rescheduling").beginRun()) {
            pool.execute(task);
        }
        end.await();
        pool.shutdown();
        pool.awaitTermination(1, TimeUnit.MINUTES);
    }
}
