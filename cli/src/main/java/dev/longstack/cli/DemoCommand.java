package dev.longstack.cli;

import dev.longstack.analysis.Analysis;
import dev.longstack.analysis.tree.Filter;
import dev.longstack.analysis.tree.Request;
import dev.longstack.analysis.tree.Request.State;
import dev.longstack.analysis.tree.Waits.Wait;
import dev.longstack.cli.Recorder.Job;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code longstack demo}. */
@Command(
        name = "demo",
        description = "Records a small service with a rare, deliberately planted slowdown, and shows what causes it.")
final class DemoCommand implements Callable<Integer> {
    private static final int MAX_REQUESTS = 8;

    private static final Filter AFTER_WARM_UP = new Filter(null, null, 3_000_000_000L, 0, 0);

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private ColorOption color = new ColorOption();

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "How long the service runs (default: ${DEFAULT-VALUE}).")
    private int seconds = 15;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "The recording to write (default: ${DEFAULT-VALUE}).")
    private Path output = Path.of("demo.jfr");

    @Option(names = "--json", description = "Print the requests as JSON, like 'longstack requests --json'.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        if (spec == null) {
            throw new IllegalStateException("invariant: picocli sets the spec");
        }
        PrintWriter out = spec.commandLine().getOut();
        Page page = new Page(out, color.enabled());
        if (!json) {
            page.line("Running an online shop under load for " + seconds + " s, with");
            page.line("  java -javaagent:longstack-agent.jar -XX:StartFlightRecording:filename=" + output
                    + " -jar longstack-demo.jar");
            page.flush();
        }
        Outcome outcome = Recorder.run(new Job(command(), "", json), output);
        Analysis analysis = outcome.analysis();
        if (analysis == null || outcome.code() != 0) {
            outcome.print(new Page(spec.commandLine().getErr(), false));
            throw new CommandException("the demo ended with exit code " + outcome.exitCode());
        }
        List<Request> ranked = analysis.requests().ranked(Filter.ALL);
        if (json) {
            Json.print(out, "requests", RequestsCommand.json(analysis, ranked, RequestsCommand.LIMIT));
        } else {
            show(page, analysis, ranked);
        }
        return 0;
    }

    private List<String> command() throws CommandException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        // the agent extends the boot path, and the JVM warns that it then shares fewer classes
        return List.of(
                java, "-XX:-PrintWarnings", "-jar", Recorder.demo().toString(), "--seconds", Integer.toString(seconds));
    }

    private void show(Page page, Analysis analysis, List<Request> ranked) throws Exception {
        page.title("Summary");
        RecordingOption.warn(page, analysis);
        SummaryCommand.print(page, analysis);
        if (ranked.isEmpty()) {
            throw new CommandException(
                    "the recording has no requests; to see why, type: " + Shell.longstack("issues", output));
        }
        List<Request> warm = analysis.requests().ranked(AFTER_WARM_UP);
        List<Request> shown = warm.isEmpty() ? ranked : warm;
        page.title("Slowest requests" + (warm.isEmpty() ? "" : " after the first 3 s, in which the JVM warmed up"));
        RequestsCommand.print(page, analysis, shown, MAX_REQUESTS);
        Request slowest = slowest(shown);
        boolean isFirst = slowest.equals(shown.get(0));
        page.title("Steps of the slowest one" + (isFirst ? "" : " that was not still running at the end"));
        explain(page, analysis, slowest);
        page.title("Next");
        page.line("  The recording is '" + output.toAbsolutePath() + "'. Try:");
        page.line("    " + Shell.longstack("requests", output, "--operation", "GET /checkout*", "--min", "100ms"));
        page.line("    " + Shell.longstack("stack", output, "--event", "jdk.JavaMonitorEnter", "--nth", "1"));
        page.line("    jfr print --events 'longstack.*' " + Shell.quoted(output));
    }

    /** One that was still going on when the service was stopped explains nothing. */
    private static Request slowest(List<Request> ranked) {
        return ranked.stream()
                .filter(each -> each.state() != State.PENDING)
                .findFirst()
                .orElse(ranked.get(0));
    }

    private static void explain(Page page, Analysis analysis, Request slowest) {
        TreeCommand.print(page, analysis, slowest.row(), false);
        List<Wait> waits = LongestWaits.of(analysis, slowest);
        page.title("Where it waited");
        if (waits.isEmpty()) {
            page.line("  It met no long wait. The planted slowdown comes every 3 s: run the demo longer.");
            return;
        }
        LongestWaits.print(page, analysis, waits);
        page.title("Likely cause: its longest wait that was not for another step");
        StackCommand.print(page, analysis, slowest);
    }
}
