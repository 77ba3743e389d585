package dev.longstack.analysis.table;

import java.util.Arrays;

/** Spans of time, such as pauses or waits, sorted by their start; any thread once they are made. */
public final class Spans {
    /** None. */
    public static final Spans NONE = new Builder().build();

    private final long[] starts;
    private final long[] ends;
    private final long longest;

    private Spans(long[] starts, long[] ends) {
        this.starts = starts;
        this.ends = ends;
        long most = 0;
        for (int n = 0; n < starts.length; n++) {
            most = Math.max(most, ends[n] - starts[n]);
        }
        longest = most;
    }

    public int size() {
        return starts.length;
    }

    /** Calls back for those that touch a range of time, in the order of their starts. */
    public void touching(long fromNanos, long toNanos, Visitor visitor) {
        int first = Arrays.binarySearch(starts, fromNanos - longest);
        for (int n = first < 0 ? -first - 1 : first; n < starts.length && starts[n] <= toNanos; n++) {
            if (ends[n] >= fromNanos) {
                visitor.visit(starts[n], ends[n]);
            }
        }
    }

    /** Takes a span. */
    public interface Visitor {
        void visit(long startNanos, long endNanos);
    }

    /** Collects spans in any order; one thread. */
    public static final class Builder {
        private final LongColumn starts = new LongColumn();
        private final LongColumn ends = new LongColumn();

        public void add(long startNanos, long endNanos) {
            starts.add(startNanos);
            ends.add(Math.max(startNanos, endNanos));
        }

        public Spans build() {
            Integer[] order = new Integer[starts.size()];
            Arrays.setAll(order, n -> n);
            Arrays.sort(order, (a, b) -> Long.compare(starts.get(a), starts.get(b)));
            long[] sortedStarts = new long[order.length];
            long[] sortedEnds = new long[order.length];
            Arrays.setAll(sortedStarts, n -> starts.get(order[n]));
            Arrays.setAll(sortedEnds, n -> ends.get(order[n]));
            return new Spans(sortedStarts, sortedEnds);
        }
    }
}
