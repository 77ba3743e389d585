package dev.longstack.listen;

import org.jspecify.annotations.Nullable;

/**
 * A part of the program that is known by a name: what runs in it is not affected, all asynchronous work that is started in it,
 * and what that starts, runs with the interceptors of the segment. Nested segments run theirs outermost first. Any thread.
 *
 * <pre>{@code
 * try (Segment.Scope inPayment = PAYMENT.enter()) {
 *     pool.submit(Deferred.wrap("Bank.transfer").runnable(transfer)).get();
 * }
 * }</pre>
 */
public final class Segment {
    private final String name;

    private Segment(String name) {
        this.name = name;
    }

    /** The segment of this name; few different ones. */
    public static Segment named(String name) {
        return new Segment(name);
    }

    /** Around every run that was started in this segment, from now on. */
    public Registration intercept(Interceptor interceptor) {
        return Interceptors.add(name, interceptor);
    }

    /** From here, until it is closed on the same thread and in the same run, what runs is in this segment. */
    public Scope enter() {
        return new Scope(ListenSeam.ENTER_SEGMENT.apply(name));
    }

    @Override
    public String toString() {
        return name;
    }

    /** To be closed at the end of the segment, in a try-with-resources statement; the end of the run ends it, too. */
    public static final class Scope implements dev.longstack.context.Scope {
        private final @Nullable Runnable leave;

        private Scope(@Nullable Runnable leave) {
            this.leave = leave;
        }

        @Override
        public void close() {
            if (leave != null) {
                leave.run();
            }
        }
    }
}
