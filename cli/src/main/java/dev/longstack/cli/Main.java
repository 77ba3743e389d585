package dev.longstack.cli;

import dev.longstack.analysis.read.RecordingException;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code longstack}: exit 0 for an answer, 1 for a recording that can't be read or a command that failed, 2 for wrong usage. */
@Command(
        name = "longstack",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        scope = ScopeType.INHERIT,
        description = "Follows requests through their asynchronous steps in a JDK Flight Recorder recording.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:Success.", "1:The recording could not be read, or the command failed.", "2:Wrong usage."},
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

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Print full stack traces.")
    private boolean debug;

    @Spec
    private @Nullable CommandSpec spec;

    private Main() {}

    public static void main(String[] args) {
        Output output = new Output(new FileOutputStream(FileDescriptor.out));
        PrintWriter out = new PrintWriter(new BufferedOutputStream(output), false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = run(out, err, args);
        String failure = output.failure();
        if (failure != null) {
            error(err, "the output could not be written: " + failure);
        }
        System.exit(code);
    }

    /** The exit code. */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        Main main = new Main();
        CommandLine commands = new CommandLine(main)
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                // '@file' in a recorded command is for java to expand
                .setExpandAtFiles(false)
                .registerConverter(int.class, new Numbers.Count())
                .registerConverter(Long.class, new Numbers.ContextId())
                .setParameterExceptionHandler(Main::wrongUsage)
                .setExecutionExceptionHandler((e, command, parsed) -> main.failed(e, command));
        // what follows the first word of the command that is recorded is that command's own
        CommandLine record = commands.getSubcommands().get("record");
        if (record != null) {
            record.setStopAtPositional(true);
        }
        int code = commands.execute(args);
        return out.checkError() ? FAILED : code;
    }

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }

    private static int wrongUsage(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        error(command.getErr(), message(e));
        UnmatchedArgumentException.printSuggestions(e, command.getErr());
        command.getErr().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return WRONG_USAGE;
    }

    /** Picocli's sentences begin with a capital; ours follow a colon. */
    private static String message(ParameterException e) {
        boolean isCommand = e instanceof UnmatchedArgumentException
                && !e.getCommandLine().getSubcommands().isEmpty();
        if (isCommand) {
            return "unknown command '"
                    + ((UnmatchedArgumentException) e).getUnmatched().get(0) + "'";
        }
        String message = String.valueOf(e.getMessage());
        return message.isEmpty() ? message : Character.toLowerCase(message.charAt(0)) + message.substring(1);
    }

    private int failed(Exception e, CommandLine command) {
        command.getOut().flush();
        boolean isExpected = e instanceof RecordingException || e instanceof CommandException;
        error(command.getErr(), isExpected ? String.valueOf(e.getMessage()) : e + " (--debug prints the stack trace)");
        if (debug) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            Page page = new Page(command.getErr(), false);
            trace.toString().lines().forEach(line -> page.line(line.replace("\t", "    ")));
        }
        return FAILED;
    }

    private static void error(PrintWriter err, String sentence) {
        new Page(err, false).line("error: " + sentence);
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
