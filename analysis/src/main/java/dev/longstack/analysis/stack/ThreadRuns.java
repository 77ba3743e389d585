package dev.longstack.analysis.stack;

import dev.longstack.analysis.model.ContextTable;
import dev.longstack.analysis.model.InvocationTable;
import dev.longstack.analysis.table.Search;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** The runs of each thread by their start, each with the run that encloses it: finds the innermost one at a time. */
final class ThreadRuns {
    private final InvocationTable runs;
    private final Map<String, List<Integer>> byThread = new HashMap<>();
    private final int[] enclosing;
    /** When each began; of one that has not ended this is known less well than of the others. */
    private final long[] starts;

    ThreadRuns(InvocationTable runs) {
        this.runs = runs;
        this.enclosing = new int[runs.size()];
        this.starts = new long[runs.size()];
        for (int run = 0; run < runs.size(); run++) {
            starts[run] = runs.startNanos(run);
            String thread = runs.thread(run);
            if (thread != null) {
                byThread.computeIfAbsent(thread, key -> new ArrayList<>()).add(run);
            }
        }
        byThread.values().forEach(this::nest);
    }

    private void nest(List<Integer> ofThread) {
        // of two that begin together the longer one is the outer one
        Comparator<Integer> outerFirst = Comparator.<Integer>comparingLong(run -> starts[run])
                .thenComparing(Comparator.<Integer>comparingLong(runs::endNanos).reversed());
        ofThread.sort(outerFirst);
        enclose(ofThread, this::beginEarlier);
        ofThread.sort(outerFirst);
        enclose(ofThread, (run, open) -> enclosing[run] = open.isEmpty() ? ContextTable.NO_ROW : open.peek());
    }

    /** Says of each run which ones it begins in, innermost first. */
    private void enclose(List<Integer> ofThread, BiConsumer<Integer, ArrayDeque<Integer>> told) {
        ArrayDeque<Integer> open = new ArrayDeque<>();
        for (int run : ofThread) {
            while (!open.isEmpty() && runs.endNanos(open.peek()) < starts[run]) {
                open.pop();
            }
            told.accept(run, open);
            open.push(run);
        }
    }

    /** What has ended can't be around what has not: that began no later. */
    private void beginEarlier(int run, ArrayDeque<Integer> open) {
        if (runs.isEnded(run)) {
            return;
        }
        for (int around : open) {
            if (!runs.isEnded(around)) {
                return;
            }
            starts[run] = Math.min(starts[run], starts[around]);
        }
    }

    /** A row of the invocation table; {@link ContextTable#NO_ROW} for none. */
    int innermost(String thread, long timeNanos) {
        List<Integer> ofThread = byThread.getOrDefault(thread, List.of());
        int begun = Search.first(ofThread.size(), n -> starts[ofThread.get(n)] > timeNanos);
        int run = begun == 0 ? ContextTable.NO_ROW : ofThread.get(begun - 1);
        while (run != ContextTable.NO_ROW && runs.endNanos(run) < timeNanos) {
            run = enclosing[run];
        }
        return run;
    }
}
