package dev.longstack.jmc.adapter.items;

import dev.longstack.analysis.table.LongColumn;
import java.util.Arrays;

/** Ranges of time on a thread, which may overlap; to be sorted before it is asked. Times are nanoseconds since the epoch. */
final class ThreadTimes {
    private final LongColumn starts = new LongColumn();
    private final LongColumn ends = new LongColumn();
    private long[] sortedStarts = {};
    /** The latest end of the ranges up to each. */
    private long[] latestEnds = {};

    void add(long fromNanos, long toNanos) {
        starts.add(fromNanos);
        ends.add(toNanos);
    }

    void sort() {
        Integer[] order = new Integer[starts.size()];
        Arrays.setAll(order, n -> n);
        Arrays.sort(order, (a, b) -> Long.compare(starts.get(a), starts.get(b)));
        sortedStarts = new long[order.length];
        latestEnds = new long[order.length];
        long latest = Long.MIN_VALUE;
        for (int n = 0; n < order.length; n++) {
            sortedStarts[n] = starts.get(order[n]);
            latest = Math.max(latest, ends.get(order[n]));
            latestEnds[n] = latest;
        }
    }

    /** Whether the time is in one of the ranges. */
    boolean has(long nanos) {
        int found = Arrays.binarySearch(sortedStarts, nanos);
        int last = found < 0 ? -found - 2 : found;
        return found >= 0 || (last >= 0 && latestEnds[last] >= nanos);
    }
}
