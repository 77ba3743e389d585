package dev.longstack.recordings.faults;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Recursive code that submits work at each depth, runs out of stack, catches that and goes on, on eight threads of a pool. Says how many of
 * them got to the end, and how many the pool still has for what comes after.
 */
public final class Edge {
    private static final int THREADS = 8;
    private static final int ROUNDS = 200;

    private final ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    private final ExecutorService other = Executors.newFixedThreadPool(1);
    private final AtomicInteger overflows = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();

    private Edge() {}

    public static void main(String[] args) throws Exception {
        new Edge().run();
    }

    private void run() throws Exception {
        for (int i = 0; i < THREADS; i++) {
            pool.execute(this::again);
        }
        CountDownLatch free = new CountDownLatch(THREADS);
        for (int i = 0; i < THREADS; i++) {
            pool.execute(() -> {
                free.countDown();
                awaitQuietly(free);
            });
        }
        boolean all = free.await(20, TimeUnit.SECONDS);
        System.out.println("ended " + ended + " of " + THREADS + ", overflows " + overflows + ", free "
                + (THREADS - free.getCount()) + (all ? "" : " STRANDED"));
        CompletableFuture<Integer> after = CompletableFuture.supplyAsync(() -> 1, other);
        System.out.println("other pool " + after.get(20, TimeUnit.SECONDS));
        System.exit(0);
    }

    private void again() {
        for (int i = 0; i < ROUNDS; i++) {
            try {
                deeper(0);
            } catch (StackOverflowError e) {
                overflows.incrementAndGet();
            }
        }
        ended.incrementAndGet();
    }

    @SuppressWarnings("InfiniteRecursion") // it is about the edge of the stack
    private int deeper(int depth) {
        if (depth % 64 == 0) {
            CompletableFuture<Integer> ignored =
                    CompletableFuture.completedFuture(depth).thenApply(each -> each + 1);
            Runnable inline = () -> overflows.addAndGet(0);
            CompletableFuture.runAsync(inline, Runnable::run).join();
        }
        return deeper(depth + 1) + 1;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
