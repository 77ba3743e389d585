package dev.longstack.jmc.adapter.timeline;

import dev.longstack.analysis.model.StreamTable;
import dev.longstack.analysis.table.LongColumn;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** What probed streams held by backpressure, as they told with each chunk: bytes, or elements where they tell no bytes. */
final class Held {
    private final LongColumn times = new LongColumn();
    private final LongColumn streams = new LongColumn();
    private final LongColumn amounts = new LongColumn();

    Held(StreamTable chunks) {
        for (int row = 0; row < chunks.size(); row++) {
            long bytes = chunks.heldBytes(row);
            long amount = bytes >= 0 ? bytes : chunks.heldElements(row);
            if (amount >= 0) {
                times.add(chunks.endNanos(row));
                streams.add(chunks.streamId(row));
                amounts.add(amount);
            }
        }
    }

    boolean isEmpty() {
        return times.size() == 0;
    }

    /** The most that all streams together held, by pixel. */
    long[] byPixel(Viewport viewport) {
        Integer[] order = new Integer[times.size()];
        Arrays.setAll(order, n -> n);
        Arrays.sort(order, (a, b) -> Long.compare(times.get(a), times.get(b)));
        long[] most = new long[viewport.width()];
        Map<Long, Long> ofStream = new TreeMap<>();
        long sum = 0;
        int filled = 0;
        for (int n : order) {
            int x = Math.max(0, Math.min(viewport.width(), viewport.x(times.get(n))));
            while (filled < x) {
                most[filled] = Math.max(most[filled], sum);
                filled++;
            }
            Long before = ofStream.put(streams.get(n), amounts.get(n));
            sum += amounts.get(n) - (before == null ? 0 : before);
            if (x < viewport.width()) {
                most[x] = Math.max(most[x], sum);
            }
        }
        while (filled < viewport.width()) {
            most[filled] = Math.max(most[filled], sum);
            filled++;
        }
        return most;
    }
}
