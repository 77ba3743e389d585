package dev.longstack.deferred;

import dev.longstack.context.AsyncContext;
import dev.longstack.seam.Entry;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * For libraries that keep their callbacks themselves, and for native code: a context is a number. It is kept until it is
 * released, so each that is created must be released once. A number that never was, or is released, does nothing. Any thread.
 *
 * <p>All of it takes plain numbers and strings, so that native code can call it: with JNI as static methods, or by upcalls.
 */
public final class Trigger {
    private Trigger() {}

    /** A callback was registered that may run any number of times; its id, 0 where nothing is recorded and nobody listens. */
    public static long created(String operation) {
        return created(operation, null);
    }

    /** The same with the significant arguments, asked for only if somebody wants them. */
    public static long created(String operation, @Nullable Supplier<? extends Map<String, ?>> arguments) {
        try {
            return (long) DeferredSeam.CREATED.invokeExact("listener", operation, (Supplier<?>) arguments);
        } catch (Throwable e) {
            throw Entry.rethrow(e);
        }
    }

    /** One run of it, with who intercepts it. */
    public static void run(long id, Runnable next) {
        try {
            Object ignored = (Object) DeferredSeam.RUN.invokeExact(id, (Object) next, (Callable<?>) () -> {
                next.run();
                return null;
            });
        } catch (Throwable e) {
            throw Entry.rethrow(e);
        }
    }

    /** One run of it, with who intercepts it; the result is the callback's, or the interceptors'. */
    @SuppressWarnings("unchecked")
    public static <T> T call(long id, Callable<T> next) throws Exception {
        try {
            return (T) (Object) DeferredSeam.RUN.invokeExact(id, (Object) next, (Callable<?>) next);
        } catch (Throwable e) {
            throw Entry.rethrow(e);
        }
    }

    /** It will not run again. */
    public static void released(long id) {
        released(id, "completed");
    }

    /** It will not run again, for this reason: completed, failed, cancelled, rejected, removed or closed. */
    public static void released(long id, String reason) {
        try {
            DeferredSeam.RELEASED.invokeExact(id, reason);
        } catch (Throwable e) {
            throw Entry.rethrow(e);
        }
    }

    /** A run of it begins on this thread; for who can't hand in a callback, such as native code. */
    public static void begin(long id) {
        try {
            DeferredSeam.BEGIN.invokeExact(id);
        } catch (Throwable e) {
            throw Entry.rethrow(e);
        }
    }

    /** The run that began last on this thread ends. */
    public static void end(long id) {
        try {
            DeferredSeam.END.invokeExact(id, (Throwable) null);
        } catch (Throwable e) {
            throw Entry.rethrow(e);
        }
    }

    /** What is current says what it is doing. */
    public static void hint(String name, String details) {
        AsyncContext.hint(name, () -> details);
    }
}
