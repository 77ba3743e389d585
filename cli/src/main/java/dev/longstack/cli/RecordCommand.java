package dev.longstack.cli;

import dev.longstack.cli.Recorder.Job;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code longstack record}. */
@Command(
        name = "record",
        description = "Runs a java command with the agent and records it.",
        customSynopsis = "longstack record [-o=FILE] [--options=OPTIONS] [--json] -- java ...",
        exitCodeList = {
            "0:The command succeeded and was recorded.",
            "1:The recording is missing or incomplete.",
            "2:Wrong usage.",
            "N:Otherwise the exit code of the command."
        },
        footer = {"", "Example:", "  longstack record -o app.jfr -- java -jar app.jar"})
final class RecordCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "The recording to write (default: ${DEFAULT-VALUE}).")
    private Path output = Path.of("app.jfr");

    @Option(names = "--options", paramLabel = "OPTIONS", description = "Agent options, e.g. stacks=all,sample=1/10.")
    private String options = "";

    @Option(
            names = "--json",
            description = "Print the outcome as JSON, and the output of the command to standard error.")
    private boolean json;

    @Parameters(
            arity = "1..*",
            paramLabel = "java ...",
            hideParamSyntax = true,
            description = "The command to record; '--' goes before it.")
    private List<String> command = List.of();

    @Override
    public Integer call() throws Exception {
        if (spec == null) {
            throw new IllegalStateException("invariant: picocli sets the spec");
        }
        if (!isJava(command.get(0))) {
            throw new ParameterException(
                    spec.commandLine(),
                    "'" + command.get(0) + "' is not java; expected: "
                            + Shell.longstack("record", "--", "java", "..."));
        }
        Outcome outcome = Recorder.run(new Job(command, options, json), output);
        if (json) {
            Json.print(spec.commandLine().getOut(), "record", outcome.json());
        } else {
            outcome.print(new Page(spec.commandLine().getErr(), false));
        }
        return outcome.code();
    }

    private static boolean isJava(String program) {
        String name = new File(program).getName();
        return name.equals("java") || name.equals("java.exe");
    }
}
