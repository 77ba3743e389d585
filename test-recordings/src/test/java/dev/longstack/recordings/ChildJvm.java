package dev.longstack.recordings;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A child JVM of the tests' own JDK with the packaged agent. */
final class ChildJvm {
    static final Path AGENT = Path.of("..", "agent", "target", "longstack-agent.jar")
            .toAbsolutePath()
            .normalize();

    private final List<String> command = new ArrayList<>();
    private final Path folder;

    private ChildJvm(Path folder) {
        this.folder = folder;
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    }

    /** Output goes to files in the folder. */
    static ChildJvm in(Path folder) {
        return new ChildJvm(folder);
    }

    ChildJvm agent(String options) {
        command.add("-javaagent:" + AGENT + (options.isEmpty() ? "" : "=" + options));
        return this;
    }

    ChildJvm recordTo(Path recording) {
        command.add("-XX:StartFlightRecording:filename=" + recording);
        return this;
    }

    ChildJvm jvm(String... options) {
        command.addAll(List.of(options));
        return this;
    }

    /** How it ended: exit code, standard output, standard error. */
    record Ended(int code, String out, String err) {}

    Ended run(Class<?> main, String... args) throws IOException, InterruptedException {
        Process process = start(main, args);
        if (!process.waitFor(90, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("the child did not end: " + command);
        }
        return new Ended(process.exitValue(), out(), err());
    }

    Process start(Class<?> main, String... args) throws IOException {
        command.add("-cp");
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .replace(File.pathSeparator + File.pathSeparator, File.pathSeparator));
        command.add(main.getName());
        command.addAll(List.of(args));
        return new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
    }

    String out() throws IOException {
        return Files.readString(folder.resolve("out"));
    }

    private String err() throws IOException {
        return Files.readString(folder.resolve("err"));
    }
}
