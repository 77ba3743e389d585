package dev.longstack.context;

import org.jspecify.annotations.Nullable;

/**
 * A value of each run of a context: children inherit what it was when they were created, and what they set is never seen above
 * them. Outside of any context it is the thread's. Any thread. Keep it in a constant: from the first one on, contexts are made
 * without a recording, too.
 *
 * <pre>{@code
 * try (Scope tenant = TENANT.with("blue")) {
 *     Deferred.wrap(pool)
 *             .submit(() -> System.out.println("tenant " + TENANT.get()))
 *             .get();
 * }
 * }</pre>
 *
 * @param <T> of the values; immutable, or safe to share between threads
 */
public final class ContextLocal<T> {
    private final String name;

    private ContextLocal(String name) {
        this.name = name;
        ContextSeam.VALUE_DECLARED.run();
    }

    /** A new one; the name is only for people. */
    public static <T> ContextLocal<T> named(String name) {
        return new ContextLocal<>(name);
    }

    /** The value here; null for none. */
    @SuppressWarnings("unchecked")
    public @Nullable T get() {
        return (T) ContextSeam.VALUE.apply(this);
    }

    /** Sets the value until the scope is closed, in the same run; then it is what it was before. */
    public Scope with(T value) {
        return new OpenScope(ContextSeam.WITH_VALUE.apply(this, value), OpenScope.NOOP);
    }

    /** Sets the value for the rest of this run, and for what it creates from now on. */
    public void set(T value) {
        ContextSeam.SET_VALUE.accept(this, value);
    }

    /** Removes the value for the rest of this run, and for what it creates from now on. */
    public void remove() {
        ContextSeam.SET_VALUE.accept(this, null);
    }

    @Override
    public String toString() {
        return name;
    }
}
