package dev.longstack.analysis.tree;

import dev.longstack.analysis.model.ContextTable;
import dev.longstack.analysis.model.InvocationTable;
import dev.longstack.analysis.model.Model;
import dev.longstack.analysis.model.WaitTable;
import dev.longstack.analysis.table.Search;
import dev.longstack.events.ContextKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The chain of causes that a request's end had to wait for, followed back from its last run: each run, what it queued before, and
 * the run that caused it. Where the JVM's own events tell that a run's thread waited, the path goes on with the step of the request
 * that ended last in that wait. It ends early where the recording does not tell a cause.
 */
public final class CriticalPath {
    private static final int MAX_STEPS = 10_000;

    /** What went on in a piece of the path. */
    public enum Part {
        RUN,
        QUEUE,
        /** Until it was due: scheduled for later, or a continuation of what was not complete. */
        DELAY,
        /** The run's thread waited, or nothing of the request ran, for something that the recording does not show. */
        WAIT
    }

    /**
     * A piece of the path.
     *
     * @param run the one that ran, queued or waited, or that was waited for
     * @param waitRow the row of the wait table that says what the thread waited for; {@link ContextTable#NO_ROW} for none
     */
    public record Segment(Part part, int run, long startNanos, long endNanos, int waitRow) {
        public long nanos() {
            return endNanos - startNanos;
        }
    }

    private final Model model;
    private final InvocationTable runs;
    private final Set<Integer> tree;
    /** The runs of the tree in the order of their ends. */
    private final int[] byEnd;

    private final List<Segment> segments = new ArrayList<>();

    private CriticalPath(Model model, Request request, List<Integer> tree) {
        this.model = model;
        this.runs = model.invocations();
        this.tree = new HashSet<>(tree);
        this.byEnd = tree.stream()
                .flatMapToInt(row -> IntStream.range(0, model.runCount(row)).map(n -> model.run(row, n)))
                .filter(run -> request.has(runs, run))
                .boxed()
                .sorted(Comparator.comparingLong(runs::endNanos))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The path through a request's tree, in order of time; empty where nothing of it ran. */
    public static List<Segment> of(Model model, Request request, List<Integer> tree) {
        CriticalPath path = new CriticalPath(model, request, tree);
        path.follow(request);
        Collections.reverse(path.segments);
        return path.segments;
    }

    private void follow(Request request) {
        WaitTable waits = model.waits();
        int run = byEnd.length == 0 ? ContextTable.NO_ROW : byEnd[byEnd.length - 1];
        long until = run == ContextTable.NO_ROW ? 0 : runs.endNanos(run);
        for (int steps = 0; run != ContextTable.NO_ROW && steps < MAX_STEPS; steps++) {
            long begin = runs.startNanos(run);
            int wait = waits.lastWithin(runs.threadRow(run), begin, until);
            if (wait != ContextTable.NO_ROW) {
                add(Part.RUN, run, waits.endNanos(wait), until);
                int awaited = lastEndedIn(run, wait);
                until = awaited == ContextTable.NO_ROW ? waits.startNanos(wait) : runs.endNanos(awaited);
                segments.add(new Segment(Part.WAIT, run, until, waits.endNanos(wait), wait));
                run = awaited == ContextTable.NO_ROW ? run : awaited;
                continue;
            }
            add(Part.RUN, run, begin, until);
            if (runs.contextRow(run) == request.row()) {
                return;
            }
            until = begin - known(runs.queueNanos(run));
            add(Part.QUEUE, run, until, begin);
            int cause = trigger(run, until);
            if (cause == ContextTable.NO_ROW) {
                // nobody is known to have made it due: it waited from its creation on
                long due = until;
                until -= known(runs.delayNanos(run));
                add(Part.DELAY, run, until, due);
                cause = creator(run);
            }
            if (cause == ContextTable.NO_ROW || runs.startNanos(cause) > until) {
                return;
            }
            long caused = Math.min(until, runs.endNanos(cause));
            add(Part.WAIT, run, caused, until);
            until = caused;
            run = cause;
        }
    }

    /** The run of the request on another thread that ended last in a wait; {@link ContextTable#NO_ROW} for none. */
    private int lastEndedIn(int waiting, int wait) {
        long from = model.waits().startNanos(wait);
        for (int n = endedUntil(model.waits().endNanos(wait)) - 1; n >= 0 && runs.endNanos(byEnd[n]) > from; n--) {
            if (runs.threadRow(byEnd[n]) != runs.threadRow(waiting)) {
                return byEnd[n];
            }
        }
        return ContextTable.NO_ROW;
    }

    /** How many runs had ended at a time. */
    private int endedUntil(long nanos) {
        return Search.first(byEnd.length, n -> runs.endNanos(byEnd[n]) > nanos);
    }

    private void add(Part part, int run, long start, long end) {
        if (start < end) {
            segments.add(new Segment(part, run, start, end, ContextTable.NO_ROW));
        }
    }

    private static long known(long span) {
        return span == ContextTable.UNKNOWN ? 0 : span;
    }

    /** The run that made a continuation due; {@link ContextTable#NO_ROW} for unknown or not the request's. */
    private int trigger(int run, long due) {
        int row = runs.contextRow(run);
        long trigger = runs.triggerId(run);
        if (trigger < 0 || !model.contexts().kind(row).equals(ContextKind.CONTINUATION.word())) {
            return ContextTable.NO_ROW;
        }
        int triggerRow = trigger == 0 ? model.parentRow(row) : model.contexts().rowOf(trigger);
        return tree.contains(triggerRow) ? lastBegunBefore(triggerRow, due) : ContextTable.NO_ROW;
    }

    /** The run that created it; {@link ContextTable#NO_ROW} for unknown or not the request's. */
    private int creator(int run) {
        int row = runs.contextRow(run);
        int parent = model.parentRow(row);
        return tree.contains(parent)
                ? model.runNumbered(parent, model.contexts().parentInvocation(row))
                : ContextTable.NO_ROW;
    }

    private int lastBegunBefore(int row, long before) {
        int last = ContextTable.NO_ROW;
        for (int n = 0; n < model.runCount(row); n++) {
            int run = model.run(row, n);
            if (runs.startNanos(run) <= before
                    && (last == ContextTable.NO_ROW || runs.startNanos(run) > runs.startNanos(last))) {
                last = run;
            }
        }
        return last;
    }
}
