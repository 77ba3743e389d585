package dev.longstack.context;

/**
 * What holds on the thread that opened it until it is closed there: a context that is current, a run, a value. Use it in a
 * try-with-resources statement.
 *
 * <p>Closing it again, or on another thread, has no effect; with {@code -Dlongstack.strict=true} it is reported on stderr.
 *
 * <pre>{@code
 * AsyncContext caller = AsyncContext.current();
 * eventLoop.execute(() -> {
 *     try (Scope scope = caller.makeCurrent()) {
 *         onReady.run();
 *     }
 * });
 * }</pre>
 */
@FunctionalInterface
public interface Scope extends AutoCloseable {
    /** Restores what was there before. */
    @Override
    void close();

    /** A scope that does nothing, for a {@link ContextManager} that has nothing to restore. */
    static Scope noop() {
        return OpenScope.NOOP;
    }
}
