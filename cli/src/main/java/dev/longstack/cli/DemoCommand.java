package dev.longstack.cli;

import dev.longstack.analysis.Analysis;
import dev.longstack.analysis.tree.Filter;
import dev.longstack.analysis.tree.Request;
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
        description = "Records a small service with a planted rare lag, and shows where the lag comes from.")
final class DemoCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private ColorOption color = new ColorOption();

    @Option(names = "--seconds", paramLabel = "N", description = "How long (default: ${DEFAULT-VALUE}).")
    private int seconds = 15;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "The recording (default: ${DEFAULT-VALUE}).")
    private Path output = Path.of("demo.jfr");

    @Option(names = "--json", description = "Answer in JSON: the requests, as of 'longstack requests --json'.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        if (spec == null) {
            throw new IllegalStateException("invariant: picocli sets the spec");
        }
        Page page = new Page(spec.commandLine().getOut(), color.enabled());
        if (!json) {
            page.line("An order shop runs under load for " + seconds + " s, with");
            page.line("  java -javaagent:longstack-agent.jar -XX:StartFlightRecording:filename=" + output
                    + " -jar longstack-demo.jar");
        }
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        int code = Recorder.run(
                List.of(java, "-jar", Recorder.demo().toString(), "--seconds", Integer.toString(seconds)), output, "");
        if (code != 0) {
            throw new CommandException("the demo ended with exit code " + code);
        }
        Analysis analysis = Analysis.open(output, count -> {});
        List<Request> ranked = analysis.requests().ranked(Filter.ALL);
        if (json) {
            Json.print(
                    spec.commandLine().getOut(),
                    "requests",
                    Json.object(
                            "total", ranked.size(),
                            "areRoots", analysis.requests().areRoots(),
                            "requests",
                                    ranked.stream()
                                            .limit(20)
                                            .map(each -> RequestsCommand.json(analysis, each))
                                            .toList()));
            return 0;
        }
        show(page, analysis, ranked);
        return 0;
    }

    private void show(Page page, Analysis analysis, List<Request> ranked) throws Exception {
        page.title("What was recorded");
        RecordingOption.warn(page, analysis);
        SummaryCommand.print(page, analysis);
        if (ranked.isEmpty()) {
            throw new CommandException("the recording has no requests: 'longstack issues " + output + "' may tell why");
        }
        page.title("The longest requests");
        RequestsCommand.print(page, analysis, ranked, 8);
        page.title("The steps of the longest one");
        TreeCommand.print(page, analysis, ranked.get(0).row(), false);
        page.title("Where it waited");
        LongestWaits.print(page, analysis, LongestWaits.of(analysis, ranked.get(0)));
        page.title("The async stack of the longest wait that is not for another step");
        StackCommand.print(page, analysis, ranked.get(0));
        page.title("Next");
        page.line("  The recording is '" + output.toAbsolutePath() + "'. Try:");
        page.line("    ./longstack requests " + output + " --operation 'GET /checkout' --min 100ms");
        page.line("    ./longstack stack " + output + " --event jdk.JavaMonitorEnter --nth 1");
        page.line("    jfr print --events 'longstack.*' " + output);
    }
}
