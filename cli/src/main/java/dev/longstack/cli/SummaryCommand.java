package dev.longstack.cli;

import dev.longstack.analysis.Analysis;
import dev.longstack.analysis.model.Model;
import dev.longstack.analysis.read.RecordingException;
import dev.longstack.analysis.tree.Filter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code longstack summary}. */
@Command(name = "summary", description = "Tells what was recorded.")
final class SummaryCommand implements Callable<Integer> {
    @Mixin
    private RecordingOption recording = new RecordingOption();

    @Override
    public Integer call() throws RecordingException {
        Analysis analysis = recording.open();
        if (recording.json()) {
            Model model = analysis.model();
            Json.print(
                    recording.out(),
                    "summary",
                    Json.object(
                            "durationNanos", duration(model),
                            "contexts", model.contexts().size(),
                            "invocations", model.invocations().size(),
                            "operations", operations(model),
                            "events", model.rest().eventCounts(),
                            "configurations", model.rest().configurations(),
                            "dropped", model.rest().dropped()));
            return 0;
        }
        Page page = recording.page();
        RecordingOption.warn(page, analysis);
        print(page, analysis);
        return 0;
    }

    static void print(Page page, Analysis analysis) {
        Model model = analysis.model();
        if (duration(model) > 0) {
            page.line("From " + Instant.ofEpochMilli(model.rest().startNanos() / 1_000_000) + ", "
                    + Spans.of(duration(model)) + "; " + model.contexts().size() + " contexts, "
                    + model.invocations().size() + " runs, "
                    + (analysis.requests().areRoots()
                            ? "no requests"
                            : analysis.requests().ranked(Filter.ALL).size() + " requests"));
        }
        model.rest().configurations().stream()
                .limit(1)
                .forEach(each -> page.line(page.dim("Recorded by longstack "
                        + each.runtimeVersion() + ", creations " + each.creations()
                        + (each.failedClasses() == null ? "" : "; not woven: " + each.failedClasses()))));
        List<List<String>> rows = new ArrayList<>();
        operations(model).entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .limit(20)
                .forEach(each -> rows.add(List.of(each.getValue().toString(), each.getKey())));
        if (!rows.isEmpty()) {
            page.table(List.of("contexts", "operation"), rows, List.of(0));
        }
    }

    private static long duration(Model model) {
        return Math.max(0, model.rest().endNanos() - model.rest().startNanos());
    }

    private static Map<String, Integer> operations(Model model) {
        Map<String, Integer> counts = new TreeMap<>();
        for (int row = 0; row < model.contexts().size(); row++) {
            counts.merge(model.contexts().operation(row), 1, Integer::sum);
        }
        return counts;
    }
}
