package dev.longstack.analysis.tree;

import dev.longstack.analysis.model.ContextTable;
import dev.longstack.analysis.model.InvocationTable;
import dev.longstack.analysis.model.Model;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The chain of causes that a request's end had to wait for, followed back from its last run: each run, what it queued before, and
 * the run that caused it. It ends early where the recording does not tell a cause; it is never guessed.
 */
public final class CriticalPath {
    private static final int MAX_SEGMENTS = 10_000;

    /** What went on in a piece of the path. */
    public enum Part {
        RUN,
        QUEUE,
        /** Scheduled for later on purpose. */
        DELAY,
        /** After the cause had ended, for something that the recording does not show. */
        WAIT
    }

    /** A piece of the path; the run is the one that ran, or that was waited for. */
    public record Segment(Part part, int run, long startNanos, long endNanos) {}

    private final Model model;
    private final InvocationTable runs;
    private final Set<Integer> tree;
    private final List<Segment> segments = new ArrayList<>();

    private CriticalPath(Model model, List<Integer> tree) {
        this.model = model;
        this.runs = model.invocations();
        this.tree = new HashSet<>(tree);
    }

    /** The path through a request's tree, in order of time; empty where nothing of it ran. */
    public static List<Segment> of(Model model, Request request, List<Integer> tree) {
        CriticalPath path = new CriticalPath(model, tree);
        path.follow(request);
        Collections.reverse(path.segments);
        return path.segments;
    }

    private void follow(Request request) {
        int run = last(request);
        long until = run == ContextTable.NO_ROW ? 0 : runs.endNanos(run);
        while (run != ContextTable.NO_ROW && segments.size() < MAX_SEGMENTS) {
            long begin = runs.startNanos(run);
            add(Part.RUN, run, begin, until);
            if (runs.contextRow(run) == request.row()) {
                return;
            }
            until = begin - known(runs.queueNanos(run));
            add(Part.QUEUE, run, until, begin);
            long due = until;
            until -= known(runs.delayNanos(run));
            add(Part.DELAY, run, until, due);
            int cause = cause(run, until);
            if (cause == ContextTable.NO_ROW || runs.startNanos(cause) > until) {
                return;
            }
            long caused = Math.min(until, runs.endNanos(cause));
            add(Part.WAIT, run, caused, until);
            until = caused;
            run = cause;
        }
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
                boolean another =
                        row == request.row() && request.invocation() != 0 && runs.number(run) != request.invocation();
                if (!another && (last == ContextTable.NO_ROW || runs.endNanos(run) > runs.endNanos(last))) {
                    last = run;
                }
            }
        }
        return last;
    }

    /** The run that made this one run; {@link ContextTable#NO_ROW} where it is unknown or not the request's. */
    private int cause(int run, long before) {
        long trigger = runs.triggerId(run);
        if (trigger < 0) {
            return ContextTable.NO_ROW;
        }
        int row = runs.contextRow(run);
        if (trigger == 0) {
            int parent = model.parentRow(row);
            return parent == ContextTable.NO_ROW || !tree.contains(parent)
                    ? ContextTable.NO_ROW
                    : model.runNumbered(parent, model.contexts().parentInvocation(row));
        }
        int triggerRow = model.contexts().rowOf(trigger);
        return triggerRow == ContextTable.NO_ROW || !tree.contains(triggerRow)
                ? ContextTable.NO_ROW
                : lastBegunBefore(triggerRow, before);
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
