package dev.longstack.recordings.truth;

import java.lang.reflect.Method;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** {@code StructuredTaskScope} by name: it is a preview of some JDKs, and its shape changes from one to the next. */
final class StructuredScope implements AutoCloseable {
    private static final @Nullable Class<?> TYPE = find();

    private final AutoCloseable scope;

    private StructuredScope(AutoCloseable scope) {
        this.scope = scope;
    }

    private static @Nullable Class<?> find() {
        try {
            Class<?> type = Class.forName("java.util.concurrent.StructuredTaskScope");
            open(type).close();
            return type;
        } catch (Exception | LinkageError e) {
            return null;
        }
    }

    /** False on JDKs without it, and without {@code --enable-preview}. */
    static boolean isThere() {
        return TYPE != null;
    }

    static StructuredScope open() throws ReflectiveOperationException {
        Class<?> type = TYPE;
        if (type == null) {
            throw new IllegalStateException("invariant: asked for where it is there");
        }
        return new StructuredScope(open(type));
    }

    /** From JDK 25 on a factory method, before that a constructor. */
    private static AutoCloseable open(Class<?> type) throws ReflectiveOperationException {
        return (AutoCloseable)
                (type.isInterface()
                        ? type.getMethod("open").invoke(null)
                        : type.getConstructor().newInstance());
    }

    void fork(Callable<?> task) throws ReflectiveOperationException {
        method("fork", Callable.class).invoke(scope, task);
    }

    void join() throws ReflectiveOperationException {
        method("join").invoke(scope);
    }

    private static Method method(String name, Class<?>... parameters) throws NoSuchMethodException {
        Class<?> type = TYPE;
        if (type == null) {
            throw new IllegalStateException("invariant: a scope was opened");
        }
        return type.getMethod(name, parameters);
    }

    @Override
    public void close() {
        try {
            scope.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
