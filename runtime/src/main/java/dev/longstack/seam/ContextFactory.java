package dev.longstack.seam;

import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the API's contexts of the runtime's tokens: for the API's other packages, since users can make none. */
public final class ContextFactory {
    private static volatile @Nullable Function<@Nullable Object, ?> factory;

    private ContextFactory() {}

    /** Told once, by the class of the contexts when it is initialized. */
    public static void use(Function<@Nullable Object, ?> contextOf) {
        factory = contextOf;
    }

    /** The context of this token, as the class of the contexts makes it; null is the token of none. */
    public static <C> C contextOf(Class<C> type, @Nullable Object token) {
        Function<@Nullable Object, ?> known = factory;
        return type.cast((known == null ? initialized(type) : known).apply(token));
    }

    private static Function<@Nullable Object, ?> initialized(Class<?> type) {
        try {
            Class<?> ignored = Class.forName(type.getName(), true, type.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("invariant: the class is there", e);
        }
        return Objects.requireNonNull(factory, "invariant: told when the class is initialized");
    }
}
