package dev.longstack.cli;

import dev.longstack.analysis.Analysis;
import dev.longstack.analysis.model.Model;
import dev.longstack.analysis.read.RecordingException;
import dev.longstack.analysis.text.Durations;
import dev.longstack.analysis.tree.OperationTotals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code longstack summary}. */
@Command(name = "summary", description = "Summarizes a recording.")
final class SummaryCommand implements Callable<Integer> {
    private static final int MAX_OPERATIONS = 20;
    private static final List<String> HEADING =
            List.of("contexts", "runs", "failed", "ran", "waited", "queued", "max queued", "operation");

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
                            "operations", OperationTotals.of(model),
                            "jvms", model.rest().jvms(),
                            "events", model.rest().eventCounts(),
                            "configurations", model.rest().configurations(),
                            "dropped", model.rest().dropped(),
                            "sampleEvery", model.rest().sampling().lastEvery(),
                            "mostSampleEvery", model.rest().sampling().mostEvery()));
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
            page.line(Durations.of(duration(model)) + " from "
                    + Instant.ofEpochMilli(model.rest().startNanos() / 1_000_000) + ": "
                    + Numbers.of(analysis.requests().count(), "request") + ", "
                    + Numbers.of(model.contexts().size(), "context") + ", "
                    + Numbers.of(model.invocations().size(), "run"));
        }
        String sampled = Sampled.sentence(analysis);
        if (!sampled.isEmpty()) {
            page.line(page.yellow(sampled));
        }
        model.rest()
                .jvms()
                .forEach(each -> page.line(page.dim("JVM " + each.pid() + ", " + beforeBuild(each.version())
                        + ", started as " + each.startedAs())));
        // the first one may be from before the settings were in force
        model.rest().configurations().stream()
                .reduce((first, last) -> last)
                .ifPresent(each -> page.line(page.dim("Recorded by Longstack "
                        + each.runtimeVersion() + ", creation stacks: " + each.creations()
                        + (each.failedClasses() == null ? "" : "; not woven: " + each.failedClasses()))));
        List<List<String>> rows = new ArrayList<>();
        List<OperationTotals> all = OperationTotals.of(model);
        all.stream().limit(MAX_OPERATIONS).forEach(each -> rows.add(row(each)));
        if (!rows.isEmpty()) {
            page.line("");
            page.table(HEADING, rows, List.of(0, 1, 2, 3, 4, 5, 6));
        }
        if (all.size() > rows.size()) {
            page.line(page.dim("  and " + Numbers.of(all.size() - rows.size(), "more operation") + "; --json has all"));
        }
    }

    /** "OpenJDK 64-Bit Server VM (17.0.15+6) for linux-amd64 JRE (...), built on ..." up to "for". */
    private static String beforeBuild(@Nullable String version) {
        String text = String.valueOf(version);
        int end = text.indexOf(" for ");
        return end < 0 ? text : text.substring(0, end);
    }

    private static List<String> row(OperationTotals totals) {
        return List.of(
                Long.toString(totals.contexts()),
                Long.toString(totals.runs()),
                Long.toString(totals.failed()),
                Durations.of(totals.ranNanos()),
                Durations.of(totals.waitedNanos()),
                Durations.of(totals.queuedNanos()),
                Durations.of(totals.longestQueueNanos()),
                totals.operation());
    }

    private static long duration(Model model) {
        return Math.max(0, model.rest().endNanos() - model.rest().startNanos());
    }
}
