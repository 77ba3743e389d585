package dev.longstack.analysis.find;

import dev.longstack.analysis.Analysis;
import dev.longstack.analysis.source.EventSink.Statistics;
import java.util.Comparator;
import java.util.List;

/** Contexts that are created and never released. */
final class ContextLeak implements Check {
    private static final long MANY = 10_000;
    private static final double WORST_GROWTH = 100_000;
    private static final int FEWEST_SAMPLES = 8;
    private static final int QUARTERS = 4;

    @Override
    public String word() {
        return "context-leak";
    }

    @Override
    public String title() {
        return "Context Leak";
    }

    @Override
    public Finding find(Analysis analysis) {
        List<String> unseen = Unseen.of(analysis.model()).sentences();
        long[] live = analysis.model().rest().statistics().stream()
                .sorted(Comparator.comparingLong(Statistics::timeNanos))
                .mapToLong(Statistics::liveContexts)
                .toArray();
        if (live.length < FEWEST_SAMPLES) {
            return Finding.undetermined(this, "The recording is too short to show whether contexts pile up.", unseen);
        }
        long last = live[live.length - 1];
        long grown = grownThroughout(live);
        if (last < MANY || grown <= 0) {
            return Finding.ok(this, "Contexts are released about as fast as they are created.", unseen);
        }
        return new Finding(
                word(),
                Finding.scaledFromNote((double) grown, WORST_GROWTH),
                "The number of live contexts grew by " + Counts.of(grown) + ".",
                "It grew in every quarter of the recording and stood at " + Counts.of(last) + " at the end.",
                "Find out what is created and never runs or ends, such as callbacks that are never removed.",
                List.of(),
                last,
                unseen);
    }

    /** From the lowest of the first quarter to the lowest of the last; 0 where it did not grow in each. */
    private static long grownThroughout(long[] live) {
        long first = lowest(live, 0);
        long before = first;
        for (int quarter = 1; quarter < QUARTERS; quarter++) {
            long lowest = lowest(live, quarter);
            if (lowest <= before) {
                return 0;
            }
            before = lowest;
        }
        return before - first;
    }

    private static long lowest(long[] live, int quarter) {
        long lowest = Long.MAX_VALUE;
        for (int i = live.length * quarter / QUARTERS; i < live.length * (quarter + 1) / QUARTERS; i++) {
            lowest = Math.min(lowest, live[i]);
        }
        return lowest;
    }
}
