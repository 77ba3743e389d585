package dev.longstack.propagate.carriers;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the fields that woven classes of the JDK were given. The fields are visible in their package alone, so that
 * nothing of ours shows in {@code getMethods}, {@code getInterfaces} or a proxy: the agent makes a subclass inside that package.
 * Made when the first token is carried, since it loads classes that a start without a recording never needs.
 */
public abstract class JdkFields {
    /** Says that the object has no such field. */
    public static final Object NO_FIELD = new Object();

    private static volatile Supplier<JdkFields> maker = None::new;

    /** A holder, so that the instance is a constant for the compiler, and made late. */
    private static final class Held {
        static final JdkFields INSTANCE = make();

        private static JdkFields make() {
            return maker.get();
        }
    }

    /** From now on these are the fields; before the first token. */
    public static void use(Supplier<JdkFields> made) {
        maker = made;
    }

    public static JdkFields get() {
        return Held.INSTANCE;
    }

    /** The token that the object carries; null for none, {@link #NO_FIELD} for one that can carry none. */
    public abstract @Nullable Object token(Object carrier);

    /** False where the object can carry none. */
    public abstract boolean token(Object carrier, @Nullable Object token);

    /** Who completed the future; null for unknown. */
    public abstract @Nullable Object completer(Object future);

    public abstract void completer(Object future, @Nullable Object completer);

    /** The future that a continuation waits for; null once it is done with, and for anything else. */
    public abstract @Nullable Object firstSource(Object continuation);

    /** The other future, of a continuation of two. */
    public abstract @Nullable Object secondSource(Object continuation);

    /** The task inside a class of the JDK that stands for it; null for none any more, {@link #NO_FIELD} for anything else. */
    public abstract @Nullable Object task(Object wrapper);

    /** Without the agent. */
    private static final class None extends JdkFields {
        @Override
        public @Nullable Object token(Object carrier) {
            return NO_FIELD;
        }

        @Override
        public boolean token(Object carrier, @Nullable Object token) {
            return false;
        }

        @Override
        public @Nullable Object completer(Object future) {
            return null;
        }

        @Override
        public void completer(Object future, @Nullable Object completer) {}

        @Override
        public @Nullable Object firstSource(Object continuation) {
            return null;
        }

        @Override
        public @Nullable Object secondSource(Object continuation) {
            return null;
        }

        @Override
        public @Nullable Object task(Object wrapper) {
            return NO_FIELD;
        }
    }
}
