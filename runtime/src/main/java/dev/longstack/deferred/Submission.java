package dev.longstack.deferred;

import dev.longstack.context.AsyncContext;
import dev.longstack.context.ContextKind;
import dev.longstack.context.ReleaseReason;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A task on its way into an executor.
 *
 * @param task wrapped with its context; itself where it needs none
 * @param context its context; none where it needs none
 */
record Submission<T>(T task, AsyncContext context) {
    /** A task with a context of its own; one that brings its own, or is missing, is handed on as it is. */
    static <T> Submission<T> of(String operation, Class<? super T> type, @Nullable T task) {
        if (task == null || DeferredSeam.HAS_CONTEXT.test(task)) {
            return unchanged(task);
        }
        return of(DeferredSeam.wrap(type, ContextKind.TASK, operation, null, task), task);
    }

    /** The same, due after this delay. */
    static <T> Submission<T> later(
            String operation, Class<? super T> type, @Nullable T task, long delay, TimeUnit unit) {
        Submission<T> submission = of(operation, type, task);
        if (!submission.context.equals(AsyncContext.none())) {
            DeferredSeam.DUE.accept(submission.task, System.nanoTime() + unit.toNanos(delay));
        }
        return submission;
    }

    /** The same, run again and again; a period below 0 is a delay between runs. */
    static Submission<Runnable> repeated(
            String operation, @Nullable Runnable task, long delay, long period, TimeUnit unit) {
        if (task == null) {
            return unchanged(null);
        }
        long dueNanos = System.nanoTime() + unit.toNanos(delay);
        return of(DeferredSeam.repeat(operation, dueNanos, unit.toNanos(period), task), task);
    }

    @SuppressWarnings("NullAway") // a missing task is for the executor to refuse
    private static <T> Submission<T> unchanged(@Nullable T task) {
        return new Submission<>(task, AsyncContext.none());
    }

    private static <T> Submission<T> of(T wrapped, T task) {
        return new Submission<>(wrapped, wrapped == task ? AsyncContext.none() : DeferredSeam.contextOf(wrapped));
    }

    /** Gives it to the executor; a task that is refused will not run. */
    <R extends @Nullable Object> R hand(Function<T, R> executor) {
        try {
            return executor.apply(task);
        } catch (Throwable e) {
            // one that the caller ran itself has ended already
            context.release(ReleaseReason.REJECTED);
            throw e;
        }
    }
}
