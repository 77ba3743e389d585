package dev.longstack.cli;

import dev.longstack.analysis.Analysis;
import dev.longstack.analysis.model.ContextTable;
import dev.longstack.analysis.model.InvocationTable;
import dev.longstack.analysis.model.Model;
import dev.longstack.analysis.stack.StepNames;
import dev.longstack.analysis.text.Durations;
import dev.longstack.analysis.text.OpenText;
import dev.longstack.analysis.text.PathText;
import dev.longstack.analysis.text.PathText.Stretch;
import dev.longstack.analysis.text.RequestText;
import dev.longstack.analysis.text.StepColumn;
import dev.longstack.analysis.text.Steps;
import dev.longstack.analysis.text.WaitText;
import dev.longstack.analysis.tree.CriticalPath.Segment;
import dev.longstack.analysis.tree.Request;
import dev.longstack.analysis.tree.Waits.Holder;
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
    private static final int MAX_STRETCHES = 12;
    private static final List<StepColumn> COLUMNS = List.of(
            StepColumn.BEGAN,
            StepColumn.QUEUED,
            StepColumn.RAN,
            StepColumn.WAITED,
            StepColumn.CRITICAL,
            StepColumn.THREAD);
    private static final List<String> HEADING =
            List.of("began", "queued", "ran", "waited", "critical", "thread", "step");

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

    /** The tree, a step a line, children in the order of their creation; then where the time went. */
    static void print(Page page, Analysis analysis, int top, boolean jdk) {
        Request request = analysis.requests().of(top);
        page.line(page.bold(request.name()) + "  " + Durations.of(request.durationNanos()) + ", "
                + RequestText.state(request) + ": " + RequestText.shares(request, analysis.shares(request))
                + page.dim("  (context " + request.contextId() + ")"));
        if (request.isAbandoned()) {
            page.line(page.yellow("  " + OpenText.ABANDONED));
        }
        printNotes(page, analysis, top);
        Steps steps = Steps.of(analysis, request);
        List<List<String>> rows = new ArrayList<>();
        Set<Integer> unshown = new HashSet<>(analysis.requests().tree(top));
        new Lines(steps, unshown, jdk, rows).add(top, "", "");
        int hidden = unshown.size();
        int shown = rows.size();
        OpenText.lines(analysis.model(), request.open()).forEach(line -> rows.add(line(line)));
        page.table(HEADING, rows, List.of(0, 1, 2, 3, 4));
        if (hidden > 0 && shown < MAX_STEPS) {
            page.line(page.dim("  and " + hidden + " inner steps of the JDK (--jdk shows them)"));
        }
        if (shown >= MAX_STEPS) {
            page.line(page.dim("  only the first " + MAX_STEPS + " steps; --json has all"));
        }
        printPath(page, analysis, steps);
    }

    private static List<String> line(String text) {
        return List.of("", "", "", "", "", "", text);
    }

    private static void printPath(Page page, Analysis analysis, Steps steps) {
        List<Stretch> path = PathText.of(analysis, steps.criticalPath());
        List<Stretch> main = PathText.main(path, MAX_STRETCHES);
        if (main.isEmpty()) {
            return;
        }
        page.title("Critical path: what the end of the request had to wait for");
        page.table(
                List.of("took", "thread", "step", "did"),
                main.stream()
                        .map(each -> List.of(Durations.of(each.nanos()), each.thread(), each.step(), each.did()))
                        .toList(),
                List.of(0));
        if (main.size() < path.size()) {
            page.line(page.dim("  and " + (path.size() - main.size()) + " shorter stretches, "
                    + Durations.of(PathText.nanos(path) - PathText.nanos(main)) + " in all (--json has them)"));
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
    private record Lines(Steps steps, Set<Integer> unshown, boolean jdk, List<List<String>> rows) {
        void add(int row, String branch, String indent) {
            if (rows.size() >= MAX_STEPS) {
                return;
            }
            rows.add(line(row, branch));
            unshown.remove(row);
            if (indent.length() > 2 * MAX_DEPTH) {
                return;
            }
            List<Integer> children = steps.below(row, jdk);
            for (int n = 0; n < children.size(); n++) {
                boolean last = n == children.size() - 1;
                add(children.get(n), indent + (last ? "└ " : "├ "), indent + (last ? "  " : "│ "));
            }
        }

        private List<String> line(int row, String branch) {
            // the open steps of the request have lines of their own
            String remark = row == steps.request().row() ? "" : steps.remark(row);
            List<String> cells = new ArrayList<>(
                    COLUMNS.stream().map(column -> steps.text(row, column)).toList());
            cells.add(branch + steps.text(row, StepColumn.STEP) + (remark.isEmpty() ? "" : "  (" + remark + ")"));
            return cells;
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
                "criticalPath",
                analysis.criticalPath(request).stream()
                        .map(each -> json(analysis, each))
                        .toList(),
                "workers",
                analysis.requests().workers(request).stream()
                        .map(row -> json(analysis.model(), row, false))
                        .toList(),
                "waitsFor",
                OpenSteps.json(analysis.model(), request.open()));
    }

    private static Map<String, @Nullable Object> json(Analysis analysis, Segment segment) {
        Model model = analysis.model();
        int wait = segment.waitRow();
        boolean waited = wait != ContextTable.NO_ROW;
        return Json.object(
                "part", segment.part().name().toLowerCase(Locale.ROOT),
                "contextId", model.contexts().id(model.invocations().contextRow(segment.run())),
                "invocation", model.invocations().number(segment.run()),
                "startNanos", segment.startNanos() - model.rest().startNanos(),
                "durationNanos", segment.nanos(),
                "waitedFor", waited ? WaitText.subject(model.waits(), wait) : null,
                "heldBy",
                        waited
                                ? analysis.waits().holders(wait).stream()
                                        .map(Holder::thread)
                                        .toList()
                                : List.of());
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
