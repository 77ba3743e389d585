package dev.longstack.cli;

import dev.longstack.analysis.read.RecordingException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code longstack}: exit 0 for an answer, 1 for a recording that can't be read or a command that failed, 2 for wrong usage. */
@Command(
        name = "longstack",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        scope = ScopeType.INHERIT,
        description = "Shows how requests went through their asynchronous steps, from a JDK Flight Recorder file.",
        subcommands = {
            SummaryCommand.class,
            RequestsCommand.class,
            TreeCommand.class,
            StackCommand.class,
            IssuesCommand.class,
            RecordCommand.class,
            DemoCommand.class
        })
public final class Main implements Runnable {
    static final int FAILED = 1;
    static final int WRONG_USAGE = 2;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Tell the whole stack trace of an error.")
    private boolean debug;

    @Spec
    private @Nullable CommandSpec spec;

    private Main() {}

    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(out, err, args));
    }

    /** The exit code. */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        Main main = new Main();
        CommandLine commands = new CommandLine(main)
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Main::wrongUsage)
                .setExecutionExceptionHandler((e, command, parsed) -> main.failed(e, command));
        // what follows the first word of the command that is recorded is that command's own
        CommandLine record = commands.getSubcommands().get("record");
        if (record != null) {
            record.setStopAtPositional(true);
        }
        int code = commands.execute(args);
        out.flush();
        return code;
    }

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }

    private static int wrongUsage(ParameterException e, String[] args) {
        PrintWriter err = e.getCommandLine().getErr();
        err.println("error: " + e.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(e, err);
        err.println("Try '" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
        return WRONG_USAGE;
    }

    private int failed(Exception e, CommandLine command) {
        command.getErr().println("error: " + (e instanceof RecordingException ? e.getMessage() : message(e)));
        if (debug) {
            e.printStackTrace(command.getErr());
        }
        return FAILED;
    }

    private static String message(Exception e) {
        return e instanceof CommandException ? String.valueOf(e.getMessage()) : e + " (a stack trace with --debug)";
    }

    /** From the jar's manifest. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"longstack " + (version == null ? "(unpackaged)" : version)};
        }
    }
}
