package dev.longstack.analysis.stack;

import dev.longstack.analysis.model.ContextTable;
import dev.longstack.analysis.model.InvocationTable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The runs of each thread by their start, each with the run that encloses it: finds the innermost one at a time. */
final class ThreadRuns {
    private final InvocationTable runs;
    private final Map<String, List<Integer>> byThread = new HashMap<>();
    private final int[] enclosing;

    ThreadRuns(InvocationTable runs) {
        this.runs = runs;
        this.enclosing = new int[runs.size()];
        for (int run = 0; run < runs.size(); run++) {
            String thread = runs.thread(run);
            if (thread != null) {
                byThread.computeIfAbsent(thread, key -> new ArrayList<>()).add(run);
            }
        }
        byThread.values().forEach(this::nest);
    }

    private void nest(List<Integer> ofThread) {
        // of two that begin together the longer one is the outer one
        ofThread.sort(Comparator.<Integer>comparingLong(runs::startNanos)
                .thenComparing(Comparator.<Integer>comparingLong(runs::endNanos).reversed()));
        ArrayDeque<Integer> open = new ArrayDeque<>();
        for (int run : ofThread) {
            while (!open.isEmpty() && runs.endNanos(open.peek()) < runs.startNanos(run)) {
                open.pop();
            }
            enclosing[run] = open.isEmpty() ? ContextTable.NO_ROW : open.peek();
            open.push(run);
        }
    }

    /** A row of the invocation table; {@link ContextTable#NO_ROW} for none. */
    int innermost(String thread, long timeNanos) {
        List<Integer> ofThread = byThread.getOrDefault(thread, List.of());
        int low = 0;
        int high = ofThread.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (runs.startNanos(ofThread.get(middle)) <= timeNanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        int run = low == 0 ? ContextTable.NO_ROW : ofThread.get(low - 1);
        while (run != ContextTable.NO_ROW && runs.endNanos(run) < timeNanos) {
            run = enclosing[run];
        }
        return run;
    }
}
