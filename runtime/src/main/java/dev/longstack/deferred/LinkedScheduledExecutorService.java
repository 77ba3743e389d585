package dev.longstack.deferred;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Links each task to where it was handed over, now, later or periodically. */
record LinkedScheduledExecutorService(ScheduledExecutorService executor) implements ScheduledExecutorService {
    private static final String SCHEDULE = "ScheduledExecutorService.schedule";

    private LinkedExecutorService now() {
        return new LinkedExecutorService(executor);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        Submission<Runnable> submission = Submission.later(SCHEDULE, Runnable.class, command, delay, unit);
        return LinkedFuture.scheduled(
                submission.<ScheduledFuture<?>>hand(task -> executor.schedule(task, delay, unit)),
                submission.context());
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
        Submission<Callable<V>> submission = Submission.later(SCHEDULE, Callable.class, callable, delay, unit);
        return LinkedFuture.scheduled(
                submission.hand(task -> executor.schedule(task, delay, unit)), submission.context());
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long initialDelay, long period, TimeUnit unit) {
        Submission<Runnable> submission = Submission.repeated(
                "ScheduledExecutorService.scheduleAtFixedRate", command, initialDelay, period, unit);
        return LinkedFuture.scheduled(
                submission.<ScheduledFuture<?>>hand(
                        task -> executor.scheduleAtFixedRate(task, initialDelay, period, unit)),
                submission.context());
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long initialDelay, long delay, TimeUnit unit) {
        Submission<Runnable> submission = Submission.repeated(
                "ScheduledExecutorService.scheduleWithFixedDelay", command, initialDelay, -delay, unit);
        return LinkedFuture.scheduled(
                submission.<ScheduledFuture<?>>hand(
                        task -> executor.scheduleWithFixedDelay(task, initialDelay, delay, unit)),
                submission.context());
    }

    @Override
    public void execute(Runnable command) {
        now().execute(command);
    }

    @Override
    public <T> Future<T> submit(Callable<T> task) {
        return now().submit(task);
    }

    @Override
    public <T> Future<T> submit(Runnable task, T result) {
        return now().submit(task, result);
    }

    @Override
    public Future<?> submit(Runnable task) {
        return now().submit(task);
    }

    @Override
    public <T> List<Future<T>> invokeAll(Collection<? extends Callable<T>> tasks) throws InterruptedException {
        return now().invokeAll(tasks);
    }

    @Override
    public <T> List<Future<T>> invokeAll(Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit)
            throws InterruptedException {
        return now().invokeAll(tasks, timeout, unit);
    }

    @Override
    public <T> T invokeAny(Collection<? extends Callable<T>> tasks) throws InterruptedException, ExecutionException {
        return now().invokeAny(tasks);
    }

    @Override
    public <T> T invokeAny(Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit)
            throws InterruptedException, ExecutionException, TimeoutException {
        return now().invokeAny(tasks, timeout, unit);
    }

    @Override
    public void shutdown() {
        executor.shutdown();
    }

    @Override
    public List<Runnable> shutdownNow() {
        return now().shutdownNow();
    }

    @Override
    public boolean isShutdown() {
        return executor.isShutdown();
    }

    @Override
    public boolean isTerminated() {
        return executor.isTerminated();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        return executor.awaitTermination(timeout, unit);
    }

    /** As {@link LinkedExecutorService#close}. */
    public void close() {
        now().close();
    }

    @Override
    public String toString() {
        return executor.toString();
    }
}
