package dev.longstack.cli;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Starts a JVM with the agent and a recording. */
final class Recorder {
    private static final List<String> VARIABLES = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS");

    /** {@code error=2, No such file or directory}, or on newer JDKs {@code Exec failed, error: 2 (No such file or directory)}. */
    private static final Pattern SYSTEM_ERROR = Pattern.compile(".*error[=:] ?\\d+[, (]+(.*?)\\)?\\s*");

    private static final long LAST_OUTPUT_MILLIS = 2_000;

    private Recorder() {}

    /** The agent's jar: beside this command's jar, or where the build puts it. */
    static Path agent() throws CommandException {
        return jar("longstack-agent.jar", "agent");
    }

    static Path demo() throws CommandException {
        return jar("longstack-demo.jar", "demo");
    }

    private static Path jar(String name, String module) throws CommandException {
        try {
            Path self = Path.of(Recorder.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Path beside = self.resolveSibling(name);
            Path built =
                    self.resolveSibling("../../" + module + "/target/" + name).normalize();
            for (Path each : List.of(beside, built)) {
                if (Files.isRegularFile(each)) {
                    return each;
                }
            }
            throw new CommandException("'" + name + "' is neither at '" + beside + "' nor at '" + built + "'");
        } catch (URISyntaxException e) {
            throw new IllegalStateException("invariant: a code source has a location", e);
        }
    }

    /**
     * What is run.
     *
     * @param java the command, {@code java} first
     * @param options the agent's
     * @param quiet whether the application's output goes to standard error, so that standard output is ours alone
     */
    record Job(List<String> java, String options, boolean quiet) {}

    /** Runs it with the agent and the recording put in after {@code java}, and looks at what it left. */
    static Outcome run(Job job, Path recording) throws Exception {
        Target target = Target.of(recording);
        List<String> command = new ArrayList<>(job.java());
        command.add(1, "-javaagent:" + agent() + (job.options().isEmpty() ? "" : "=" + job.options()));
        command.add(2, "-XX:StartFlightRecording:filename=" + target.option());
        // what the JVM says of itself does not belong into the application's output
        command.add(3, "-Xlog:jfr+startup=error");
        Process process = start(command, job.quiet());
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        try (Signals signals = Signals.to(process)) {
            Thread output = new Thread(() -> passOn(process), "application-output");
            output.setDaemon(true);
            output.start();
            signals.await();
            // the command's own children may keep the pipe open
            output.join(LAST_OUTPUT_MILLIS);
        }
        return Outcome.of(target, process, command);
    }

    /** Where output is inherited there is none to pass on. */
    private static void passOn(Process process) {
        try {
            process.getInputStream().transferTo(System.err);
        } catch (IOException e) {
            // nobody reads standard error any more
        }
    }

    private static Process start(List<String> command, boolean quiet) throws CommandException {
        ProcessBuilder builder =
                new ProcessBuilder(command).inheritIO().redirectOutput(quiet ? Redirect.PIPE : Redirect.INHERIT);
        Map<String, String> variables = builder.environment();
        for (String each : VARIABLES) {
            // the launcher script keeps what makes a JVM record away from this one
            String kept = variables.remove("LONGSTACK_" + each);
            if (kept != null) {
                variables.put(each, kept);
            }
        }
        try {
            return builder.start();
        } catch (IOException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            Matcher why = SYSTEM_ERROR.matcher(String.valueOf(cause.getMessage()));
            throw new CommandException("'" + command.get(0) + "' could not be started: "
                    + (why.matches() ? why.group(1) : cause.getMessage()));
        }
    }
}
