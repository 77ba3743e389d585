package dev.longstack.recordings.truth;

import dev.longstack.recordings.VirtualThreads;
import java.util.List;
import java.util.Timer;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The pools that all programs of a JVM share. */
final class World implements AutoCloseable {
    final ExecutorService linked = Executors.newFixedThreadPool(3);
    final ExecutorService array =
            new ThreadPoolExecutor(2, 2, 1, TimeUnit.SECONDS, new ArrayBlockingQueue<>(1_000_000));
    /** Hands over from thread to thread: as many threads as block in it. */
    final ExecutorService cached = Executors.newCachedThreadPool();
    /** Plain tasks in it must be comparable. */
    final ThreadPoolExecutor priority =
            new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new PriorityBlockingQueue<>());

    final ScheduledExecutorService scheduled = Executors.newScheduledThreadPool(2);
    final ForkJoinPool forkJoin = new ForkJoinPool(3);
    final Timer timer = new Timer("timer", true);
    final @Nullable ExecutorService perTask = VirtualThreads.perTaskExecutor();
    final List<ExecutorService> plain = List.of(linked, array, cached);

    @Override
    public void close() {
        timer.cancel();
        for (ExecutorService each : List.of(linked, array, cached, priority, scheduled, forkJoin)) {
            each.shutdown();
            awaitTermination(each);
        }
        if (perTask != null) {
            perTask.shutdown();
        }
    }

    private static void awaitTermination(ExecutorService pool) {
        try {
            pool.awaitTermination(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
