package dev.longstack.record;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a context was created, and where those above it were: kept in the JVM only if exceptions are to tell it. Immutable.
 *
 * <p>After {@link #MAX_DEPTH} ancestors the newest half is copied and the rest is let go: chains may be endless.
 */
final class CreationStack {
    private static final int MAX_DEPTH = 64;

    private static final boolean KEPT = Boolean.getBoolean("longstack.exceptions");

    private final String operation;
    private final StackTraceElement[] frames;
    private final @Nullable CreationStack above;
    private final int depth;

    private CreationStack(String operation, StackTraceElement[] frames, @Nullable CreationStack above) {
        this.operation = operation;
        this.frames = frames;
        this.above = above != null && above.depth == MAX_DEPTH ? above.newest(MAX_DEPTH / 2) : above;
        this.depth = this.above == null ? 1 : this.above.depth + 1;
    }

    private CreationStack newest(int count) {
        return new CreationStack(operation, frames, count == 1 || above == null ? null : above.newest(count - 1));
    }

    /** Whether each creation's stack is kept, and failures tell it: the setting {@code longstack.exceptions}. */
    static boolean kept() {
        return KEPT;
    }

    /** Of the context that is being created here. */
    static CreationStack here(String operation, @Nullable CreationStack above) {
        StackTraceElement[] frames = StackText.caller(
                all -> all.map(StackWalker.StackFrame::toStackTraceElement).toArray(StackTraceElement[]::new));
        return new CreationStack(operation, frames, above);
    }

    /**
     * The chain as exceptions, each the cause of the one before, the innermost creation first. Of a class of the JDK, since they
     * travel with the exception that they are added to, also to where nobody knows ours.
     */
    Throwable asThrowable() {
        Throwable all = null;
        CreationStack[] chain = new CreationStack[depth];
        int length = 0;
        for (CreationStack each = this; each != null; each = each.above) {
            chain[length++] = each;
        }
        while (length > 0) {
            CreationStack each = chain[--length];
            all = new Throwable("created by " + each.operation, all);
            all.setStackTrace(each.frames);
        }
        return Objects.requireNonNull(all, "invariant: a chain has at least one");
    }
}
