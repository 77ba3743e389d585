package dev.longstack.analysis.tree;

import dev.longstack.analysis.table.Spans;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** When threads waited, as the JVM's own events tell: parked, for a monitor, for a file or socket; any thread. */
public final class ThreadWaits {
    /** None is known. */
    public static final ThreadWaits NONE = new Builder().build();

    private final Map<String, Spans> byThread;

    private ThreadWaits(Map<String, Spans> byThread) {
        this.byThread = byThread;
    }

    /** The waits of a thread, {@code name#id}. */
    public Spans of(@Nullable String thread) {
        return thread == null ? Spans.NONE : byThread.getOrDefault(thread, Spans.NONE);
    }

    /** The wait of a thread that ended last before a time, begun after another: start and end; null for none. */
    long @Nullable [] last(@Nullable String thread, long afterNanos, long beforeNanos) {
        long[] last = new long[2];
        of(thread).touching(afterNanos, beforeNanos, (start, end) -> {
            if (start >= afterNanos && end <= beforeNanos && end > last[1]) {
                last[0] = start;
                last[1] = end;
            }
        });
        return last[1] == 0 ? null : last;
    }

    /** Collects waits in any order; one thread. */
    public static final class Builder {
        private final Map<String, Spans.Builder> byThread = new HashMap<>();

        public void add(String thread, long startNanos, long endNanos) {
            byThread.computeIfAbsent(thread, name -> new Spans.Builder()).add(startNanos, endNanos);
        }

        public ThreadWaits build() {
            Map<String, Spans> spans = new HashMap<>();
            byThread.forEach((thread, builder) -> spans.put(thread, builder.build()));
            return new ThreadWaits(spans);
        }
    }
}
