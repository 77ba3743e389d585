package dev.longstack.deferred;

import dev.longstack.context.AsyncContext;
import dev.longstack.context.ReleaseReason;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * For libraries that keep their callbacks themselves, and for native code: a context is a number. It is kept until it is
 * released, so each that is created must be released once. A number that never was one, or is released, has no effect. Any thread.
 *
 * <p>All of it can be called with plain numbers and strings, so also by native code: with JNI as static methods, or by upcalls.
 *
 * <pre>{@code
 * long id = Callbacks.created("Bus.subscribe", () -> Map.of("topic", "orders"));
 * Callbacks.run(id, () -> System.out.println("first event"));
 * Callbacks.run(id, () -> System.out.println("second event"));
 * Callbacks.released(id, ReleaseReason.CLOSED);
 * }</pre>
 */
public final class Callbacks {
    private Callbacks() {}

    /** A callback was registered that may run any number of times; its id, 0 where nothing is recorded and nobody listens. */
    public static long created(String operation) {
        return created(operation, null);
    }

    /** The same with the significant arguments, asked for only if somebody wants them. */
    public static long created(String operation, @Nullable Supplier<? extends Map<String, ?>> arguments) {
        return DeferredSeam.CREATED.applyAsLong(new @Nullable Object[] {operation, arguments});
    }

    /** One run of it, with what intercepts it. */
    public static void run(long id, Runnable next) {
        DeferredSeam.contextOf(id).run(next);
    }

    /** One run of it, with what intercepts it; the result is the callback's, or the interceptors'. */
    public static <T> T call(long id, Callable<T> next) throws Exception {
        return DeferredSeam.contextOf(id).call(next);
    }

    /** It will not run again. */
    public static void released(long id) {
        released(id, ReleaseReason.COMPLETED);
    }

    /** It will not run again, for this reason. */
    public static void released(long id, ReleaseReason reason) {
        DeferredSeam.RELEASED.accept(reason.word(), id);
    }

    /**
     * The same for native code.
     *
     * @param reason a {@linkplain ReleaseReason#word word} for it
     * @throws IllegalArgumentException if there is no such reason
     */
    public static void released(long id, String reason) {
        released(id, ReleaseReason.ofWord(reason));
    }

    /** A run of it begins on this thread; for code that can't hand in a callback, such as native code. */
    public static void begin(long id) {
        DeferredSeam.BEGIN.accept(id);
    }

    /** The run of it that began last on this thread ends. */
    public static void end(long id) {
        DeferredSeam.END.accept(id);
    }

    /** Says what the current context is doing. */
    public static void hint(String name, String details) {
        AsyncContext.hint(name, () -> details);
    }
}
