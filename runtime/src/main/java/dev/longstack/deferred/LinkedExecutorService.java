package dev.longstack.deferred;

import dev.longstack.context.AsyncContext;
import dev.longstack.context.ReleaseReason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Links each task to where it was handed over. */
record LinkedExecutorService(ExecutorService executor) implements ExecutorService {
    private static final String SUBMIT = "ExecutorService.submit";

    @Override
    public void execute(Runnable command) {
        new LinkedExecutor(executor).execute(command);
    }

    @Override
    public <T> Future<T> submit(Callable<T> task) {
        Submission<Callable<T>> submission = Submission.of(SUBMIT, Callable.class, task);
        return LinkedFuture.of(submission.hand(executor::submit), submission.context());
    }

    @Override
    public <T> Future<T> submit(Runnable task, T result) {
        Submission<Runnable> submission = Submission.of(SUBMIT, Runnable.class, task);
        return LinkedFuture.of(submission.hand(each -> executor.submit(each, result)), submission.context());
    }

    @Override
    public Future<?> submit(Runnable task) {
        Submission<Runnable> submission = Submission.of(SUBMIT, Runnable.class, task);
        return LinkedFuture.of(submission.<Future<?>>hand(executor::submit), submission.context());
    }

    @Override
    public <T> List<Future<T>> invokeAll(Collection<? extends Callable<T>> tasks) throws InterruptedException {
        Batch<T> batch = Batch.of("ExecutorService.invokeAll", tasks);
        try {
            return executor.invokeAll(batch.tasks);
        } finally {
            batch.over();
        }
    }

    @Override
    public <T> List<Future<T>> invokeAll(Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit)
            throws InterruptedException {
        Batch<T> batch = Batch.of("ExecutorService.invokeAll", tasks);
        try {
            return executor.invokeAll(batch.tasks, timeout, unit);
        } finally {
            batch.over();
        }
    }

    @Override
    public <T> T invokeAny(Collection<? extends Callable<T>> tasks) throws InterruptedException, ExecutionException {
        Batch<T> batch = Batch.of("ExecutorService.invokeAny", tasks);
        try {
            return executor.invokeAny(batch.tasks);
        } finally {
            batch.over();
        }
    }

    @Override
    public <T> T invokeAny(Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit)
            throws InterruptedException, ExecutionException, TimeoutException {
        Batch<T> batch = Batch.of("ExecutorService.invokeAny", tasks);
        try {
            return executor.invokeAny(batch.tasks, timeout, unit);
        } finally {
            batch.over();
        }
    }

    /** Tasks of one call, none of which runs on after it unless it was interrupted. */
    private record Batch<T>(List<Callable<T>> tasks, List<AsyncContext> contexts) {
        static <T> Batch<T> of(String operation, Collection<? extends Callable<T>> tasks) {
            Batch<T> batch = new Batch<>(new ArrayList<>(), new ArrayList<>());
            for (Callable<T> task : tasks) {
                Submission<Callable<T>> submission = Submission.of(operation, Callable.class, task);
                batch.tasks.add(submission.task());
                batch.contexts.add(submission.context());
            }
            return batch;
        }

        /** Those that have not run will not. */
        void over() {
            contexts.forEach(AsyncContext::cancel);
        }
    }

    @Override
    public void shutdown() {
        executor.shutdown();
    }

    /** What was given to {@link #execute} comes back as it was given. */
    @Override
    public List<Runnable> shutdownNow() {
        List<Runnable> dropped = new ArrayList<>();
        for (Runnable task : executor.shutdownNow()) {
            DeferredSeam.contextOf(task).release(ReleaseReason.REMOVED);
            dropped.add(Deferred.unwrap(task));
        }
        return dropped;
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

    /** Part of ExecutorService from JDK 19 on; the common pool, for one, makes nothing of it. */
    public void close() {
        if (executor instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException("'" + executor + "' can't be closed", e);
            }
        }
    }

    @Override
    public String toString() {
        return executor.toString();
    }
}
