package dev.longstack.analysis.text;

import dev.longstack.analysis.Analysis;
import dev.longstack.analysis.model.ContextTable;
import dev.longstack.analysis.model.InvocationTable;
import dev.longstack.analysis.model.Model;
import dev.longstack.analysis.stack.StepNames;
import dev.longstack.analysis.tree.CriticalPath.Segment;
import dev.longstack.analysis.tree.Open;
import dev.longstack.analysis.tree.Request;
import dev.longstack.analysis.tree.RunTimes;
import dev.longstack.analysis.tree.Standing;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The steps of one request, as a tree of rows of the context table; any thread. */
public final class Steps {
    private static final String RESOLVED = "resolved";

    private final Analysis analysis;
    private final Model model;
    private final Request request;
    private final List<Segment> path;
    private final Map<Integer, Long> critical = new HashMap<>();

    private Steps(Analysis analysis, Request request, List<Segment> path) {
        this.analysis = analysis;
        this.model = analysis.model();
        this.request = request;
        this.path = path;
        for (Segment each : path) {
            critical.merge(model.invocations().contextRow(each.run()), each.nanos(), Long::sum);
        }
    }

    /** Of a request; the thread of the caller. */
    public static Steps of(Analysis analysis, Request request) {
        return new Steps(analysis, request, analysis.criticalPath(request));
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
        Standing standing = analysis.requests().standing(row);
        return row != request.row() && (standing == Standing.OWN || standing == Standing.WORKER)
                ? List.of()
                : analysis.requests().steps(row, jdk).stream()
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
            case BEGAN -> ran ? "+" + Durations.orEmpty(runs.startNanos(run) - request.startNanos()) : "";
            case AWAITED -> ran && runs.delayNanos(run) != 0 ? Durations.orEmpty(runs.delayNanos(run)) : "";
            case QUEUED -> ran && row != request.row() ? Durations.orEmpty(runs.queueNanos(run)) : "";
            case RAN -> ran ? Durations.of(nanos(row) - waitedNanos(row)) : "";
            case WAITED -> ran && waitedNanos(row) > 0 ? Durations.of(waitedNanos(row)) : "";
            case CRITICAL -> isCritical(row) ? Durations.orEmpty(critical.getOrDefault(row, 0L)) : "";
            case THREAD -> ran ? StepNames.thread(runs.thread(run)) : "";
            case STATE -> state(row, run) + waitedFor(row) + waitsFor(row) + apart(row);
        };
    }

    /** What was open when the recording ended; empty for nothing. */
    private String waitsFor(int row) {
        Open open = row == request.row() ? request.open() : null;
        return open == null ? "" : "; " + OpenText.sentence(model, open);
    }

    /** That its request is unknown; empty where it is known. */
    private String apart(int row) {
        String remark = row == request.row() ? null : analysis.requests().remark(row);
        return remark == null ? "" : "; " + remark;
    }

    private int firstRun(int row) {
        return model.runCount(row) == 0
                ? ContextTable.NO_ROW
                : row == request.row() && request.invocation() != 0
                        ? model.runNumbered(row, request.invocation())
                        : model.run(row, 0);
    }

    /** The runs that count: of a request that is one run of several, that one. */
    private IntStream runs(int row) {
        return IntStream.range(0, model.runCount(row))
                .map(n -> model.run(row, n))
                .filter(run -> request.has(model.invocations(), run));
    }

    private long nanos(int row) {
        return runs(row)
                .mapToLong(run -> RunTimes.nanos(model.invocations(), run))
                .sum();
    }

    private long waitedNanos(int row) {
        return runs(row).mapToLong(run -> RunTimes.waitedNanos(model, run)).sum();
    }

    /** The longest wait of the step that the request's end had to wait for; empty for none. */
    private String waitedFor(int row) {
        return path.stream()
                .filter(each -> each.waitRow() != ContextTable.NO_ROW
                        && model.invocations().contextRow(each.run()) == row)
                .max(Comparator.comparingLong(Segment::nanos))
                .map(each -> "; " + WaitText.sentence(analysis.waits(), model.waits(), each.waitRow()))
                .orElse("");
    }

    private String state(int row, int run) {
        String reason = model.contexts().releaseReason(row);
        if (run == ContextTable.NO_ROW) {
            return reason == null ? "never ran" : reason;
        }
        String failure = model.invocations().failure(run);
        String runs = model.runCount(row) > 1 ? ", " + model.runCount(row) + " runs" : "";
        return (!model.invocations().isEnded(run)
                        ? "still running"
                        : failure == null ? RESOLVED : "failed: " + StepNames.type(failure))
                + runs;
    }

    /** What there is to say of a step besides its times; empty where it resolved as usual. */
    public String remark(int row) {
        String state = text(row, StepColumn.STATE);
        return state.startsWith(RESOLVED) ? state.substring(RESOLVED.length()).replaceFirst("^[;,] ", "") : state;
    }
}
