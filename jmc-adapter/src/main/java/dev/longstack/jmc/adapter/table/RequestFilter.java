package dev.longstack.jmc.adapter.table;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Which requests to list.
 *
 * @param words that must all be in a request's texts, in any case; empty for all
 * @param area of the scatter of all requests; null for all
 * @param only the indexes of these requests, not to be changed; null for all
 */
public record RequestFilter(
        String words, @Nullable Area area, @Nullable BitSet only) {
    /** No filter. */
    public static final RequestFilter ALL = new RequestFilter("", null, null);

    /**
     * A piece of the scatter of requests: when they began, and how long they took, both ends with it. Nanoseconds, the begins
     * since the epoch.
     */
    public record Area(long fromNanos, long toNanos, long shortestNanos, long longestNanos) {
        boolean has(long startNanos, long durationNanos) {
            return startNanos >= fromNanos
                    && startNanos <= toNanos
                    && durationNanos >= shortestNanos
                    && durationNanos <= longestNanos;
        }
    }

    /** With these words; the rest stays. */
    public RequestFilter withWords(String newWords) {
        return new RequestFilter(newWords, area, only);
    }

    /** In this area; the rest stays. */
    public RequestFilter in(@Nullable Area newArea) {
        return new RequestFilter(words, newArea, only);
    }

    /** Only these; the rest stays. */
    public RequestFilter onlyOf(@Nullable BitSet requests) {
        return new RequestFilter(words, area, requests);
    }
}
