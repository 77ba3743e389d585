package dev.longstack.analysis.tree;

import dev.longstack.analysis.model.InvocationTable;
import dev.longstack.analysis.model.Model;
import dev.longstack.analysis.model.WaitTable;

/** How long a run's thread waited in it, and how long it ran; runs nested in it count as its own. */
public final class RunTimes {
    private RunTimes() {}

    /** From begin to end, both running and waiting. */
    public static long nanos(InvocationTable runs, int run) {
        return runs.endNanos(run) - runs.startNanos(run);
    }

    /** As far as the recording has the waits. */
    public static long waitedNanos(Model model, int run) {
        InvocationTable runs = model.invocations();
        WaitTable waits = model.waits();
        long start = runs.startNanos(run);
        long end = runs.endNanos(run);
        long[] waited = {0, start};
        waits.touching(runs.threadRow(run), start, end, wait -> {
            long from = Math.max(waited[1], waits.startNanos(wait));
            long to = Math.min(end, waits.endNanos(wait));
            if (from < to) {
                waited[0] += to - from;
                waited[1] = to;
            }
        });
        return waited[0];
    }
}
