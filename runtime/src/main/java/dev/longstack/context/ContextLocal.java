package dev.longstack.context;

import dev.longstack.seam.Entry;
import org.jspecify.annotations.Nullable;

/**
 * A value of each run of a context: children inherit what it was when they were created, and what they set is never seen above
 * them. Outside of any context it is the thread's. Any thread. Keep it in a constant: from the first one on, contexts are made
 * without a recording, too.
 *
 * @param <T> of the values; immutable, or safe to share between threads
 */
public final class ContextLocal<T> {
    private final String name;

    private ContextLocal(String name) {
        this.name = name;
        try {
            ContextSeam.VALUE_DECLARED.invokeExact();
        } catch (Throwable e) {
            throw Entry.rethrow(e);
        }
    }

    /** A new one; the name is only for people. */
    public static <T> ContextLocal<T> named(String name) {
        return new ContextLocal<>(name);
    }

    /** The value here; null for none. */
    @SuppressWarnings("unchecked")
    public @Nullable T get() {
        try {
            return (T) (Object) ContextSeam.VALUE.invokeExact((Object) this);
        } catch (Throwable e) {
            throw Entry.rethrow(e);
        }
    }

    /** Sets the value for the rest of this run, and for what it creates from now on. */
    public void set(T value) {
        change(value);
    }

    /** Takes it away again. */
    public void remove() {
        change(null);
    }

    private void change(@Nullable Object value) {
        try {
            ContextSeam.SET_VALUE.invokeExact((Object) this, value);
        } catch (Throwable e) {
            throw Entry.rethrow(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
