package dev.longstack.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code longstack record}. */
@Command(name = "record", description = "Runs a java command with the agent and a recording.")
final class RecordCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "The recording (default: ${DEFAULT-VALUE}).")
    private Path output = Path.of("app.jfr");

    @Option(names = "--options", paramLabel = "OPTIONS", description = "The agent's options: stacks=all,sample=1/10.")
    private String options = "";

    @Option(names = "--json", description = "Tell the outcome in JSON.")
    private boolean json;

    @Parameters(arity = "1..*", paramLabel = "java ...", description = "The command, after '--'.")
    private List<String> command = List.of();

    @Override
    public Integer call() throws CommandException, IOException, InterruptedException {
        String program = Path.of(command.get(0)).getFileName().toString();
        if (!program.equals("java") && !program.equals("java.exe")) {
            throw new CommandException("'" + command.get(0) + "' is not java; expected: longstack record -- java ...");
        }
        int code = Recorder.run(command, output, options);
        boolean recorded = Files.isRegularFile(output);
        if (spec != null && json) {
            Json.print(
                    spec.commandLine().getOut(),
                    "record",
                    Json.object("exitCode", code, "recording", recorded ? output.toString() : null));
        } else if (spec != null) {
            spec.commandLine()
                    .getErr()
                    .println(
                            recorded
                                    ? "Recorded to '" + output + "'. Next: longstack requests " + output
                                    : "error: no recording was written to '" + output + "'");
        }
        return recorded ? code : Main.FAILED;
    }
}
