package dev.longstack.cli;

import dev.longstack.analysis.Analysis;
import dev.longstack.analysis.model.LinkIssue;
import dev.longstack.analysis.read.EventPick;
import dev.longstack.analysis.read.RecordingException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What each command about a recording takes: the file, and the form of the answer. */
final class RecordingOption {
    @Spec(Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", description = "A recording (.jfr).")
    private Path file = Path.of("");

    @Option(names = "--json", description = "Print JSON (format: docs/json.md).")
    private boolean json;

    @Mixin
    private ColorOption color = new ColorOption();

    boolean json() {
        return json;
    }

    /** Reads and links the recording, with progress on a terminal. */
    Analysis open() throws RecordingException {
        return open(null);
    }

    /** Picks an event of any type besides. */
    Analysis open(@Nullable EventPick pick) throws RecordingException {
        return read(file, pick);
    }

    static Analysis read(Path file, @Nullable EventPick pick) throws RecordingException {
        boolean terminal = Ansi.AUTO.enabled();
        Analysis analysis = Analysis.open(file, pick, count -> {
            if (terminal) {
                System.err.print("\r" + count / 1000 + ",000 events read ");
            }
        });
        if (terminal) {
            System.err.print("\r                                \r");
        }
        return analysis;
    }

    Page page() {
        return new Page(out(), color.enabled());
    }

    PrintWriter out() {
        if (spec == null) {
            throw new IllegalStateException("invariant: picocli sets the spec");
        }
        return spec.commandLine().getOut();
    }

    /** Says above an answer what may make it incomplete. */
    static void warn(Page page, Analysis analysis) {
        for (String what : analysis.model().rest().unreadable()) {
            page.line(page.red("! " + what));
        }
        if (!analysis.model().hasLongstackEvents()) {
            page.line("This recording has no Longstack events. To record them, start the JVM with");
            page.line("  -javaagent:longstack-agent.jar -XX:StartFlightRecording:filename=app.jfr");
            return;
        }
        analysis.model().rest().issues().forEach((issue, count) -> {
            if (issue.isHarmful() && issue != LinkIssue.TRUNCATED) {
                page.line(page.yellow("! " + issue.title() + ": " + count) + page.dim("  (see 'longstack issues')"));
            }
        });
    }
}
