package dev.longstack.recordings.truth;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
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
    final @Nullable ExecutorService perTask = perTask();
    final List<ExecutorService> plain = List.of(linked, array, cached);

    private static final @Nullable MethodHandle START_VIRTUAL = startVirtual();

    private static @Nullable ExecutorService perTask() {
        try {
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }

    private static @Nullable MethodHandle startVirtual() {
        try {
            return MethodHandles.publicLookup()
                    .findStatic(
                            Thread.class, "startVirtualThread", MethodType.methodType(Thread.class, Runnable.class));
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }

    static boolean hasVirtualThreads() {
        return START_VIRTUAL != null;
    }

    static void startVirtual(Runnable task) {
        MethodHandle start = START_VIRTUAL;
        if (start == null) {
            throw new IllegalStateException("invariant: asked for on a JDK that has virtual threads");
        }
        try {
            start.invoke(task);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        timer.cancel();
        for (ExecutorService each : List.of(linked, array, cached, priority, scheduled, forkJoin)) {
            each.shutdown();
            each.awaitTermination(20, TimeUnit.SECONDS);
        }
        if (perTask != null) {
            perTask.shutdown();
        }
    }
}
