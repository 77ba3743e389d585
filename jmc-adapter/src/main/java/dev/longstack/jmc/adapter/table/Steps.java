package dev.longstack.jmc.adapter.table;

import dev.longstack.analysis.model.ContextTable;
import dev.longstack.analysis.model.InvocationTable;
import dev.longstack.analysis.model.Model;
import dev.longstack.analysis.stack.StepNames;
import dev.longstack.analysis.tree.CriticalPath;
import dev.longstack.analysis.tree.CriticalPath.Segment;
import dev.longstack.analysis.tree.Open;
import dev.longstack.analysis.tree.Request;
import dev.longstack.analysis.tree.Standing;
import dev.longstack.jmc.adapter.OpenRecording;
import dev.longstack.jmc.adapter.Texts;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The steps of one request, as a tree of rows of the context table; any thread. */
public final class Steps {
    private final OpenRecording recording;
    private final Model model;
    private final Request request;
    private final List<Segment> path;
    private final Map<Integer, Long> critical = new HashMap<>();

    private Steps(OpenRecording recording, Request request, List<Segment> path) {
        this.recording = recording;
        this.model = recording.model();
        this.request = request;
        this.path = path;
        for (Segment each : path) {
            critical.merge(model.invocations().contextRow(each.run()), each.endNanos() - each.startNanos(), Long::sum);
        }
    }

    /** Of a request; the thread of the caller. */
    public static Steps of(OpenRecording recording, Request request) {
        List<Integer> tree = recording.requests().tree(request.row(), request.invocation());
        return new Steps(
                recording,
                request,
                CriticalPath.of(
                        recording.model(),
                        request,
                        tree,
                        recording.surroundings().waits()));
    }

    /** The row at the top. */
    public Request request() {
        return request;
    }

    /** The chain that the request's end waited for. */
    public List<Segment> criticalPath() {
        return path;
    }

    /** The steps below a row, in the order of their creation; none below what tops a tree of its own. */
    public List<Integer> below(int row, boolean jdk) {
        Standing standing = recording.requests().standing(row);
        return row != request.row() && (standing == Standing.OWN || standing == Standing.WORKER)
                ? List.of()
                : recording.requests().steps(row, jdk).stream()
                        .filter(step -> row != request.row()
                                || request.invocation() == 0
                                || model.contexts().parentInvocation(step) == request.invocation())
                        .toList();
    }

    /** The rows from the request down to a step of it, both with it. */
    public List<Integer> wayTo(int row) {
        ArrayDeque<Integer> way = new ArrayDeque<>();
        for (int each = row; each != ContextTable.NO_ROW; each = model.parentRow(each)) {
            way.addFirst(each);
            if (each == request.row()) {
                break;
            }
        }
        return List.copyOf(way);
    }

    /** Whether the request's end waited for this step. */
    public boolean isCritical(int row) {
        return critical.containsKey(row);
    }

    /** What the cell says; empty for unknown. */
    public String text(int row, StepColumn column) {
        int run = firstRun(row);
        boolean ran = run != ContextTable.NO_ROW;
        InvocationTable runs = model.invocations();
        return switch (column) {
            case STEP -> StepNames.of(model, row);
            case BEGAN -> ran ? "+" + Texts.span(runs.startNanos(run) - request.startNanos()) : "";
            case AWAITED -> ran && runs.delayNanos(run) != 0 ? Texts.span(runs.delayNanos(run)) : "";
            case QUEUED -> ran && row != request.row() ? Texts.span(runs.queueNanos(run)) : "";
            case RAN -> ran ? Texts.span(ranNanos(row)) : "";
            case CRITICAL -> isCritical(row) ? Texts.span(critical.getOrDefault(row, 0L)) : "";
            case THREAD -> ran ? StepNames.thread(runs.thread(run)) : "";
            case STATE -> state(row, run) + waitsFor(row) + apart(row);
        };
    }

    /** What the recorder told to be open in the end; empty for nothing. */
    private String waitsFor(int row) {
        Open open = row == request.row() ? request.open() : null;
        if (open == null) {
            return "";
        }
        String steps = open.steps().stream().map(step -> step.name(model)).collect(Collectors.joining(", "));
        return (open.collected() ? "; abandoned, waits for " : "; waits for ")
                + (steps.isEmpty()
                        ? open.hops() + " steps"
                        : steps + (open.unnamed() > 0 ? " and " + open.unnamed() + " more" : ""));
    }

    /** That its request is unknown; empty where it is known. */
    private String apart(int row) {
        String remark = row == request.row() ? null : recording.requests().remark(row);
        return remark == null ? "" : "; " + remark;
    }

    private int firstRun(int row) {
        return model.runCount(row) == 0
                ? ContextTable.NO_ROW
                : row == request.row() && request.invocation() != 0
                        ? model.runNumbered(row, request.invocation())
                        : model.run(row, 0);
    }

    private long ranNanos(int row) {
        long nanos = 0;
        for (int n = 0; n < model.runCount(row); n++) {
            int run = model.run(row, n);
            nanos += model.invocations().endNanos(run) - model.invocations().startNanos(run);
        }
        return nanos;
    }

    private String state(int row, int run) {
        String reason = model.contexts().releaseReason(row);
        if (run == ContextTable.NO_ROW) {
            return reason == null ? "never ran" : reason;
        }
        String failure = model.invocations().failure(run);
        String runs = model.runCount(row) > 1 ? ", " + model.runCount(row) + " runs" : "";
        return (!model.invocations().isEnded(run)
                        ? "running"
                        : failure == null ? "resolved" : "failed: " + StepNames.type(failure))
                + runs;
    }
}
