package dev.longstack.cli;

import dev.longstack.analysis.Analysis;
import dev.longstack.analysis.model.ContextTable;
import dev.longstack.analysis.model.InvocationTable;
import dev.longstack.analysis.model.Model;
import dev.longstack.analysis.stack.StepNames;
import dev.longstack.analysis.tree.Request;
import dev.longstack.analysis.tree.Standing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code longstack tree}. */
@Command(
        name = "tree",
        description = "Shows the steps of a request: when and where each ran, and how long it was queued.")
final class TreeCommand implements Callable<Integer> {
    private static final int MAX_DEPTH = 100;
    private static final int MAX_STEPS = 2_000;
    private static final String OWN_TREE = ", each a tree of its own)";

    @Mixin
    private RecordingOption recording = new RecordingOption();

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "CONTEXT",
            description = "A context id (default: the slowest matching request).")
    private @Nullable Long contextId;

    @Option(names = "--jdk", description = "Include internal steps of JDK classes.")
    private boolean jdk;

    @Mixin
    private ContextChoice choice = new ContextChoice();

    @Override
    public Integer call() throws Exception {
        Analysis analysis = recording.open();
        int top = choice.row(analysis, contextId);
        if (recording.json()) {
            Json.print(recording.out(), "tree", json(analysis, top));
            return 0;
        }
        Page page = recording.page();
        RecordingOption.warn(page, analysis);
        print(page, analysis, top, jdk);
        return 0;
    }

    /** The tree, a step a line, children in the order of their creation. */
    static void print(Page page, Analysis analysis, int top, boolean jdk) {
        Request request = analysis.requests().of(top);
        page.line(page.bold(request.name()) + "  " + Spans.of(request.durationNanos()) + ", "
                + request.state().name().toLowerCase(Locale.ROOT)
                + (request.isAbandoned() ? ", abandoned: unreachable" : "")
                + page.dim("  (context " + request.contextId() + ")"));
        printNotes(page, analysis, top);
        List<List<String>> rows = new ArrayList<>();
        Set<Integer> unshown = new HashSet<>(analysis.requests().tree(top));
        new Lines(analysis, unshown, request.startNanos(), jdk, rows).add(top, "", "");
        int hidden = unshown.size();
        int shown = rows.size();
        OpenSteps.lines(analysis.model(), request.open()).forEach(line -> rows.add(List.of("", "", "", "", line)));
        page.table(List.of("began", "queued", "ran", "thread", "step"), rows, List.of(0, 1, 2));
        if (hidden > 0 && shown < MAX_STEPS) {
            page.line(page.dim("  and " + hidden + " inner steps of the JDK (longstack tree --jdk)"));
        }
        if (shown >= MAX_STEPS) {
            page.line(page.dim("  only the first " + MAX_STEPS + " steps; --json has all"));
        }
    }

    /** Other names, and where what is no part of its starter's tree came from. */
    private static void printNotes(Page page, Analysis analysis, int top) {
        Model model = analysis.model();
        List<String> names = model.otherNames(top);
        if (!names.isEmpty()) {
            page.line(page.dim("  also recorded as " + String.join(", ", names)));
        }
        int starter = model.parentRow(top);
        String remark = analysis.requests().remark(top);
        if (remark != null && starter != ContextTable.NO_ROW) {
            page.line(page.dim("  " + remark + "; started by " + StepNames.of(model, starter) + " (context "
                    + model.contexts().id(starter) + ")"));
        }
    }

    /**
     * Recursion is bounded: the depth by {@link #MAX_DEPTH}.
     *
     * @param unshown rows of the tree that have no line yet
     */
    private record Lines(
            Analysis analysis, Set<Integer> unshown, long startNanos, boolean jdk, List<List<String>> rows) {
        void add(int row, String branch, String indent) {
            if (rows.size() >= MAX_STEPS) {
                return;
            }
            Standing standing =
                    branch.isEmpty() ? Standing.PART : analysis.requests().standing(row);
            rows.add(line(row, branch, standing));
            unshown.remove(row);
            if (indent.length() > 2 * MAX_DEPTH || standing == Standing.OWN || standing == Standing.WORKER) {
                return;
            }
            List<Integer> children = analysis.requests().steps(row, jdk);
            for (int n = 0; n < children.size(); n++) {
                boolean last = n == children.size() - 1;
                add(children.get(n), indent + (last ? "└ " : "├ "), indent + (last ? "  " : "│ "));
            }
        }

        private List<String> line(int row, String branch, Standing standing) {
            Model model = analysis.model();
            String step = branch + StepNames.of(model, row);
            String remark =
                    standing == Standing.PART ? null : analysis.requests().remark(row);
            String apart = remark == null ? "" : "  (" + remark + ")";
            int runs = model.runCount(row);
            if (runs == 0) {
                String reason = model.contexts().releaseReason(row);
                return List.of("", "", reason == null ? "never" : reason, "", step + apart);
            }
            InvocationTable table = model.invocations();
            int run = model.run(row, 0);
            String failure = table.failure(run);
            boolean isOwn = standing == Standing.OWN;
            return List.of(
                    "+" + Spans.of(table.startNanos(run) - startNanos),
                    Spans.of(table.queueNanos(run)),
                    Spans.of(table.endNanos(run) - table.startNanos(run)) + (table.isEnded(run) ? "" : "…"),
                    StepNames.thread(table.thread(run)),
                    step
                            + (table.isEnded(run) ? "" : "  still running")
                            + (failure == null ? "" : "  failed: " + StepNames.type(failure))
                            + (runs > 1 || isOwn ? "  (" + runs + " runs" + (isOwn ? OWN_TREE : ")") : "")
                            + apart);
        }
    }

    private static Map<String, @Nullable Object> json(Analysis analysis, int top) {
        Request request = analysis.requests().of(top);
        List<Integer> tree = analysis.requests().tree(top);
        List<Map<String, @Nullable Object>> steps = new ArrayList<>();
        tree.forEach(row -> steps.add(json(analysis.model(), row, false)));
        analysis.requests().assumed(request).forEach(row -> steps.add(json(analysis.model(), row, true)));
        return Json.object(
                "request",
                RequestsCommand.json(analysis, request),
                "steps",
                steps,
                "workers",
                analysis.requests().workers(request).stream()
                        .map(row -> json(analysis.model(), row, false))
                        .toList(),
                "waitsFor",
                OpenSteps.json(analysis.model(), request.open()));
    }

    private static Map<String, @Nullable Object> json(Model model, int row, boolean assumed) {
        ContextTable contexts = model.contexts();
        List<Map<String, @Nullable Object>> runs = new ArrayList<>();
        for (int n = 0; n < model.runCount(row); n++) {
            InvocationTable table = model.invocations();
            int run = model.run(row, n);
            runs.add(Json.object(
                    "invocation", table.number(run),
                    "startNanos", table.startNanos(run) - model.rest().startNanos(),
                    "durationNanos", table.endNanos(run) - table.startNanos(run),
                    "ended", table.isEnded(run),
                    "delayNanos", Json.span(table.delayNanos(run)),
                    "queueNanos", Json.span(table.queueNanos(run)),
                    "triggerId", table.triggerId(run),
                    "requestId", table.requestId(run),
                    "thread", table.thread(run),
                    "failure", table.failure(run)));
        }
        return Json.object(
                "contextId", contexts.id(row),
                "parentId", contexts.parentId(row),
                "parentInvocation", contexts.parentInvocation(row),
                "kind", contexts.kind(row),
                "operation", contexts.operation(row),
                "name", StepNames.of(model, row),
                "taskClass", contexts.taskClass(row),
                "releaseReason", contexts.releaseReason(row),
                "assumed", assumed,
                "runs", runs);
    }
}
