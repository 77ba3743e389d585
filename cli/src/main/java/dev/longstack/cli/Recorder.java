package dev.longstack.cli;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts a JVM with the agent and a recording. */
final class Recorder {
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

    /** Runs a java command with the agent and the recording put in after {@code java}; its exit code. */
    static int run(List<String> java, Path recording, String options)
            throws CommandException, IOException, InterruptedException {
        List<String> command = new ArrayList<>(java);
        command.add(1, "-javaagent:" + agent() + (options.isEmpty() ? "" : "=" + options));
        command.add(2, "-XX:StartFlightRecording:filename=" + recording);
        // what the JVM says of itself does not belong into the application's output
        command.add(3, "-Xlog:jfr+startup=error");
        Process process = new ProcessBuilder(command).inheritIO().start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return process.waitFor();
    }
}
