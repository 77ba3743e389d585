package dev.longstack.analysis.read;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An event of any type, as far as an async stack needs it.
 *
 * @param thread {@code name#id}; null for none
 * @param subject what it was about, such as the class of a monitor; null for none
 * @param culprit who held it last before the wait ended, where the event tells; null for none
 * @param stack a frame a line; null for none
 */
public record OtherEvent(
        String type,
        long startNanos,
        long durationNanos,
        @Nullable String thread,
        @Nullable String subject,
        @Nullable String culprit,
        @Nullable String stack) {
    private static final Set<String> FUTURES =
            Set.of("java.util.concurrent.CompletableFuture$Signaller", "java.util.concurrent.FutureTask");

    /** Whether another event is of the same type, about the same subject, and at a common time. */
    public boolean overlapsOnTheSame(OtherEvent other) {
        return type.equals(other.type)
                && Objects.equals(subject, other.subject)
                && startNanos <= other.startNanos + other.durationNanos
                && other.startNanos <= startNanos + durationNanos;
    }

    /** Whether the thread waited for another step's result: why it took long is to be looked for there. */
    public boolean awaitsResult() {
        return subject != null && FUTURES.contains(subject);
    }
}
