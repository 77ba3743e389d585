package dev.longstack.analysis.text;

import dev.longstack.analysis.Analysis;
import dev.longstack.analysis.model.ContextTable;
import dev.longstack.analysis.model.InvocationTable;
import dev.longstack.analysis.stack.StepNames;
import dev.longstack.analysis.tree.CriticalPath.Segment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The critical path of a request in words: where its time went. */
public final class PathText {
    private static final int PERCENT = 100;

    private PathText() {}

    /**
     * A stretch of the path in which one step did one thing.
     *
     * @param did {@code ran}, {@code queued}, {@code waited for lock StockLedger, held by inventory-update}
     * @param contextRow the step
     */
    public record Stretch(long startNanos, long nanos, String did, String step, String thread, int contextRow) {}

    /** The stretches in order of time; neighbours in which a step went on doing the same are one. */
    public static List<Stretch> of(Analysis analysis, List<Segment> path) {
        List<Stretch> stretches = new ArrayList<>();
        for (Segment each : path) {
            Stretch next = stretch(analysis, each);
            Stretch last = stretches.isEmpty() ? null : stretches.get(stretches.size() - 1);
            if (last != null
                    && last.contextRow() == next.contextRow()
                    && last.did().equals(next.did())) {
                stretches.set(
                        stretches.size() - 1,
                        new Stretch(
                                last.startNanos(),
                                last.nanos() + next.nanos(),
                                last.did(),
                                last.step(),
                                last.thread(),
                                last.contextRow()));
            } else {
                stretches.add(next);
            }
        }
        return stretches;
    }

    /** Those that make up at least one percent of the path, and not more than so many, in order of time. */
    public static List<Stretch> main(List<Stretch> stretches, int most) {
        long all = nanos(stretches);
        Set<Stretch> longest = new HashSet<>(stretches.stream()
                .filter(each -> each.nanos() * PERCENT >= all)
                .sorted(Comparator.comparingLong(Stretch::nanos).reversed())
                .limit(most)
                .toList());
        return stretches.stream().filter(longest::contains).toList();
    }

    /** How long they took together. */
    public static long nanos(List<Stretch> stretches) {
        return stretches.stream().mapToLong(Stretch::nanos).sum();
    }

    private static Stretch stretch(Analysis analysis, Segment segment) {
        InvocationTable runs = analysis.model().invocations();
        int row = runs.contextRow(segment.run());
        return new Stretch(
                segment.startNanos(),
                segment.nanos(),
                did(analysis, segment),
                StepNames.of(analysis.model(), row),
                StepNames.thread(runs.thread(segment.run())),
                row);
    }

    private static String did(Analysis analysis, Segment segment) {
        return switch (segment.part()) {
            case RUN -> "ran";
            case QUEUE -> "queued";
            case DELAY -> "was not due yet";
            case WAIT -> segment.waitRow() == ContextTable.NO_ROW ? "had not been called yet" : wait(analysis, segment);
        };
    }

    private static String wait(Analysis analysis, Segment segment) {
        String holders = WaitText.holders(analysis.waits().holders(segment.waitRow()));
        return "waited for " + WaitText.subject(analysis.model().waits(), segment.waitRow())
                + (holders.isEmpty() ? "" : ", " + holders);
    }
}
