package dev.longstack.analysis.tree;

import dev.longstack.analysis.model.ContextTable;
import dev.longstack.analysis.model.InvocationTable;
import dev.longstack.analysis.model.Model;
import dev.longstack.analysis.model.WaitTable;
import java.util.Arrays;
import java.util.List;

/**
 * What a request did with its time; the three add up to its duration.
 *
 * @param runNanos something of it ran, on a thread that is not known to have waited
 * @param queueNanos nothing of it ran, and something was queued
 * @param waitNanos neither: its threads waited, or it was to be continued by somebody else
 */
public record TimeShares(long runNanos, long queueNanos, long waitNanos) {
    /** Of a request whose tree has these rows. */
    public static TimeShares of(Model model, Request request, List<Integer> tree) {
        InvocationTable runs = model.invocations();
        Cover ran = new Cover(request);
        Cover ranOrQueued = new Cover(request);
        Cover[] both = {ran, ranOrQueued};
        for (int row : tree) {
            for (int n = 0; n < model.runCount(row); n++) {
                int run = model.run(row, n);
                if (!request.has(runs, run)) {
                    continue;
                }
                long start = runs.startNanos(run);
                for (Cover cover : both) {
                    cover.addWithoutWaits(start, runs.endNanos(run), model.waits(), runs.threadRow(run));
                }
                long queue =
                        row == request.row() || runs.queueNanos(run) == ContextTable.UNKNOWN ? 0 : runs.queueNanos(run);
                ranOrQueued.add(start - queue, start);
            }
        }
        long run = ran.nanos();
        long either = ranOrQueued.nanos();
        return new TimeShares(run, either - run, request.durationNanos() - either);
    }

    /** How much of the request's time a set of spans covers. */
    private static final class Cover {
        private final long from;
        private final long to;
        private long[] starts = new long[8];
        private long[] ends = new long[8];
        private int size;

        Cover(Request request) {
            from = request.startNanos();
            to = from + request.durationNanos();
        }

        void add(long start, long end) {
            long first = Math.max(start, from);
            long last = Math.min(end, to);
            if (first < last) {
                if (size == starts.length) {
                    starts = Arrays.copyOf(starts, 2 * size);
                    ends = Arrays.copyOf(ends, 2 * size);
                }
                starts[size] = first;
                ends[size++] = last;
            }
        }

        void addWithoutWaits(long start, long end, WaitTable waits, int threadRow) {
            long[] from = {start};
            waits.touching(threadRow, start, end, wait -> {
                add(from[0], Math.min(end, waits.startNanos(wait)));
                from[0] = Math.max(from[0], waits.endNanos(wait));
            });
            add(from[0], end);
        }

        /** Each moment counts once: from where a first span opens to where the last open one closes. */
        long nanos() {
            Arrays.sort(starts, 0, size);
            Arrays.sort(ends, 0, size);
            long nanos = 0;
            int closed = 0;
            for (int opened = 0; opened < size; ) {
                long begin = starts[opened];
                do {
                    while (opened < size && starts[opened] <= ends[closed]) {
                        opened++;
                    }
                    closed++;
                } while (closed < opened);
                nanos += ends[closed - 1] - begin;
            }
            return nanos;
        }
    }
}
