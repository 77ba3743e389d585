package dev.longstack.recordings;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A child JVM of the tests' own JDK with the packaged agent. */
final class ChildJvm {
    static final Path AGENT = packaged("agent", "longstack-agent.jar");
    static final Path COMMAND_LINE = packaged("cli", "longstack.jar");

    private final List<String> command = new ArrayList<>();
    private final Path folder;

    private ChildJvm(Path folder, String program) {
        this.folder = folder;
        command.add(Path.of(System.getProperty("java.home"), "bin", program).toString());
    }

    private static Path packaged(String module, String jar) {
        return Path.of("..", module, "target", jar).toAbsolutePath().normalize();
    }

    /** Output goes to files in the folder. */
    static ChildJvm in(Path folder) {
        return new ChildJvm(folder, "java");
    }

    /** The JDK's own {@code jfr} tool. */
    static Ended jfr(Path folder, Object... words) throws IOException, InterruptedException {
        return new ChildJvm(folder, "jfr").end(words);
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

    Ended run(Class<?> main, Object... args) throws IOException, InterruptedException {
        return ended(start(main, args));
    }

    /** The packaged command line. */
    Ended longstack(Object... args) throws IOException, InterruptedException {
        return jvm("-jar", COMMAND_LINE.toString()).end(args);
    }

    /** A main class of a module on the module path. */
    Ended module(List<Path> modulePath, String main) throws IOException, InterruptedException {
        return jvm("-p", path(modulePath), "-m", main).end();
    }

    static String path(List<Path> parts) {
        return parts.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    Process start(Class<?> main, Object... args) throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .replace(File.pathSeparator + File.pathSeparator, File.pathSeparator);
        return jvm("-cp", classPath, main.getName()).start(args);
    }

    private Process start(Object[] words) throws IOException {
        Arrays.stream(words).map(Object::toString).forEach(command::add);
        return new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
    }

    private Ended end(Object... words) throws IOException, InterruptedException {
        return ended(start(words));
    }

    private Ended ended(Process process) throws IOException, InterruptedException {
        if (!process.waitFor(300, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("the child did not end: " + command);
        }
        return new Ended(process.exitValue(), out(), err());
    }

    String out() throws IOException {
        return Files.readString(folder.resolve("out"));
    }

    /** Until a child that was started has said this. */
    void await(Process process, String said) throws IOException {
        while (!out().contains(said)) {
            if (!process.isAlive()) {
                throw new IllegalStateException("the child has ended: " + err());
            }
            Thread.onSpinWait();
        }
    }

    private String err() throws IOException {
        return Files.readString(folder.resolve("err"));
    }
}
