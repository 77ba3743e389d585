package dev.longstack.deferred;

import dev.longstack.context.AsyncContext;
import java.util.concurrent.Delayed;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A future that ends the context of its task when it is cancelled. */
record LinkedFuture<T>(Future<T> future, AsyncContext context) implements Future<T> {
    /** The future itself where its task has no context. */
    static <T> Future<T> of(Future<T> future, AsyncContext context) {
        return context.equals(AsyncContext.none()) ? future : new LinkedFuture<>(future, context);
    }

    static <T> ScheduledFuture<T> scheduled(ScheduledFuture<T> future, AsyncContext context) {
        return context.equals(AsyncContext.none())
                ? future
                : new Scheduled<>(new LinkedFuture<>(future, context), future);
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = future.cancel(mayInterruptIfRunning);
        if (cancelled) {
            context.cancel();
        }
        return cancelled;
    }

    @Override
    public boolean isCancelled() {
        return future.isCancelled();
    }

    @Override
    public boolean isDone() {
        return future.isDone();
    }

    @Override
    public T get() throws InterruptedException, ExecutionException {
        return future.get();
    }

    @Override
    public T get(long timeout, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
        return future.get(timeout, unit);
    }

    /** One of a task that runs later. */
    private record Scheduled<T>(LinkedFuture<T> linked, Delayed delayed) implements ScheduledFuture<T> {
        @Override
        public long getDelay(TimeUnit unit) {
            return delayed.getDelay(unit);
        }

        @Override
        public int compareTo(Delayed other) {
            return delayed.compareTo(other instanceof Scheduled<?> scheduled ? scheduled.delayed : other);
        }

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            return linked.cancel(mayInterruptIfRunning);
        }

        @Override
        public boolean isCancelled() {
            return linked.isCancelled();
        }

        @Override
        public boolean isDone() {
            return linked.isDone();
        }

        @Override
        public T get() throws InterruptedException, ExecutionException {
            return linked.get();
        }

        @Override
        public T get(long timeout, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
            return linked.get(timeout, unit);
        }
    }
}
