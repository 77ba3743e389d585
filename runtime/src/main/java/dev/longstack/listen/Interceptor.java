package dev.longstack.listen;

import org.jspecify.annotations.Nullable;

/**
 * Runs around the runs of contexts, on their threads. It may do things before and after, catch, time, run the task again,
 * refuse it by throwing (a future fails with what is thrown), or answer in its place. The code of an interceptor is not
 * intercepted by it, nor is asynchronous work that it starts; what {@link Next} runs is.
 */
@FunctionalInterface
public interface Interceptor {
    /** Its result is the task's; null where the task has none. */
    @Nullable
    Object intercept(Invocation invocation, Next next) throws Throwable;

    /** Goes on with the next interceptor, and in the end with the task. */
    @FunctionalInterface
    interface Next {
        /**
         * Runs the task, or runs it again.
         *
         * @throws IllegalStateException on another thread than the interceptor's, after the interceptor has returned, or where
         *     the task is a future that is complete and can't run again
         */
        @Nullable
        Object proceed() throws Throwable;
    }
}
