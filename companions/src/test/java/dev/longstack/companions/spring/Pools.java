package dev.longstack.companions.spring;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Pools with queues of all kinds. */
final class Pools {
    /** How many times each task runs. */
    static final int TASKS = 9;

    private final ExecutorService growing = Executors.newCachedThreadPool();
    private final ExecutorService bounded =
            new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new ArrayBlockingQueue<>(1_000));
    private final ExecutorService linked = Executors.newSingleThreadExecutor();
    private final ScheduledExecutorService scheduled = Executors.newScheduledThreadPool(1);
    private final ExecutorService forking = new ForkJoinPool(2);

    void execute(Runnable task) {
        for (ExecutorService pool : List.of(growing, bounded, linked, forking)) {
            pool.execute(() -> task.run());
        }
        for (ExecutorService pool : List.of(bounded, linked, forking)) {
            Future<?> ignored = pool.submit(() -> task.run());
        }
        Future<?> later = scheduled.schedule(() -> task.run(), 1, TimeUnit.MILLISECONDS);
        CompletableFuture<Void> future = CompletableFuture.runAsync(() -> task.run());
        if (later.isCancelled() || future.isCancelled()) {
            throw new IllegalStateException("invariant: nobody cancels");
        }
    }

    void shutdown() {
        List.of(growing, bounded, linked, scheduled, forking).forEach(ExecutorService::shutdown);
    }
}
