package dev.longstack.analysis.tree;

import dev.longstack.analysis.model.ContextTable;
import dev.longstack.analysis.model.InvocationTable;
import dev.longstack.analysis.model.Model;
import dev.longstack.events.ContextKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

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

    /** A piece of the path; the run is the one that ran, or that was waited for. */
    public record Segment(Part part, int run, long startNanos, long endNanos) {}

    private final Model model;
    private final InvocationTable runs;
    private final Set<Integer> tree;
    private final ThreadWaits waits;
    private final List<Segment> segments = new ArrayList<>();

    private CriticalPath(Model model, List<Integer> tree, ThreadWaits waits) {
        this.waits = waits;
        this.model = model;
        this.runs = model.invocations();
        this.tree = new HashSet<>(tree);
    }

    /** The path through a request's tree, in order of time; empty where nothing of it ran. */
    public static List<Segment> of(Model model, Request request, List<Integer> tree, ThreadWaits waits) {
        CriticalPath path = new CriticalPath(model, tree, waits);
        path.follow(request);
        Collections.reverse(path.segments);
        return path.segments;
    }

    private void follow(Request request) {
        int run = last(request);
        long until = run == ContextTable.NO_ROW ? 0 : runs.endNanos(run);
        for (int steps = 0; run != ContextTable.NO_ROW && steps < MAX_STEPS; steps++) {
            long begin = runs.startNanos(run);
            long[] wait = waits.last(runs.thread(run), begin, until);
            if (wait != null) {
                add(Part.RUN, run, wait[1], until);
                int awaited = lastEndedIn(run, wait[0], wait[1]);
                until = awaited == ContextTable.NO_ROW ? wait[0] : runs.endNanos(awaited);
                add(Part.WAIT, run, until, wait[1]);
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
    private int lastEndedIn(int waiting, long from, long to) {
        String thread = runs.thread(waiting);
        int last = ContextTable.NO_ROW;
        for (int row : tree) {
            for (int n = 0; n < model.runCount(row); n++) {
                int run = model.run(row, n);
                long end = runs.endNanos(run);
                boolean inWait = end > from && end <= to && !Objects.equals(thread, runs.thread(run));
                if (inWait && (last == ContextTable.NO_ROW || end > runs.endNanos(last))) {
                    last = run;
                }
            }
        }
        return last;
    }

    private void add(Part part, int run, long start, long end) {
        if (start < end) {
            segments.add(new Segment(part, run, start, end));
        }
    }

    private static long known(long span) {
        return span == ContextTable.UNKNOWN ? 0 : span;
    }

    private int last(Request request) {
        int last = ContextTable.NO_ROW;
        for (int row : tree) {
            for (int n = 0; n < model.runCount(row); n++) {
                int run = model.run(row, n);
                if (request.has(runs, run)
                        && (last == ContextTable.NO_ROW || runs.endNanos(run) > runs.endNanos(last))) {
                    last = run;
                }
            }
        }
        return last;
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
