package dev.longstack.propagate.entries;

import dev.longstack.record.Faults;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the API calls must not fail: a fault inside is counted, and the answer is null. */
final class Guarded {
    private Guarded() {}

    static <T> Supplier<@Nullable T> supplier(Supplier<@Nullable T> guarded) {
        return () -> {
            try {
                return guarded.get();
            } catch (Throwable e) {
                Faults.swallow(e);
                return null;
            }
        };
    }

    static <A extends @Nullable Object, T> Function<A, @Nullable T> function(Function<A, @Nullable T> guarded) {
        return argument -> {
            try {
                return guarded.apply(argument);
            } catch (Throwable e) {
                Faults.swallow(e);
                return null;
            }
        };
    }

    static <A extends @Nullable Object, B extends @Nullable Object, T> BiFunction<A, B, @Nullable T> function(
            BiFunction<A, B, @Nullable T> guarded) {
        return (first, second) -> {
            try {
                return guarded.apply(first, second);
            } catch (Throwable e) {
                Faults.swallow(e);
                return null;
            }
        };
    }

    static <A extends @Nullable Object> Consumer<A> consumer(Consumer<A> guarded) {
        return argument -> {
            try {
                guarded.accept(argument);
            } catch (Throwable e) {
                Faults.swallow(e);
            }
        };
    }

    static <A extends @Nullable Object, B extends @Nullable Object> BiConsumer<A, B> consumer(
            BiConsumer<A, B> guarded) {
        return (first, second) -> {
            try {
                guarded.accept(first, second);
            } catch (Throwable e) {
                Faults.swallow(e);
            }
        };
    }
}
