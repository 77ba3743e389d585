package dev.longstack.record;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is current where nothing runs on the thread: a context manager of the application may know it from somewhere else. */
public final class Elsewhere {
    private static volatile @Nullable Supplier<@Nullable Object> source;

    private Elsewhere() {}

    /** Asks this from now on; it gives tokens, or null. */
    public static void ask(Supplier<@Nullable Object> supplier) {
        source = supplier;
    }

    /** The token of what is current; null for none. */
    static @Nullable ContextToken current() {
        Supplier<@Nullable Object> asked = source;
        if (asked == null) {
            return null;
        }
        try {
            return (ContextToken) asked.get();
        } catch (Throwable e) {
            Faults.swallow(e);
            return null;
        }
    }

    /** It as a parent; which run of it, nobody knows. */
    static Parent parent(ContextToken token, @Nullable Inherited outside) {
        Inherited inherited = outside != null ? outside : token.parent.inherited();
        return new Parent(token.contextId, 0, token.operation(), 0, Thread.currentThread(), inherited, token.request());
    }
}
