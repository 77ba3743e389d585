package dev.longstack.companions;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A service in a JVM of its own, of the tests' own JDK, with a recording. */
final class ChildJvm implements AutoCloseable {
    static final Path LONGSTACK = module("agent", "longstack-agent.jar");
    static final Path OTHERS = module("companions", "others");

    private static final Path DEMO = module("demo", "longstack-demo.jar");
    private static final String LISTENING = "listening on ";
    private static final int PATIENCE_SECONDS = 60;

    private final Path folder;
    private final List<String> command = new ArrayList<>();
    private @Nullable Process process;

    private ChildJvm(Path folder) {
        this.folder = folder;
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xlog:jfr+startup=off");
        // what has begun in one chunk and ends in the next has its times from two clocks
        command.add("-XX:FlightRecorderOptions:maxchunksize=500m");
        command.add("-XX:StartFlightRecording:filename=" + recording());
    }

    private static Path module(String module, String file) {
        return Path.of("..", module, "target", file).toAbsolutePath().normalize();
    }

    /** Its output and its recording go to this folder. */
    static ChildJvm in(Path folder) {
        return new ChildJvm(folder);
    }

    Path recording() {
        return folder.resolve("recording.jfr");
    }

    ChildJvm longstack(String options) {
        return jvm("-javaagent:" + LONGSTACK + "=" + options);
    }

    /** The agent of OpenTelemetry, which exports nothing. */
    ChildJvm openTelemetry() {
        return jvm(
                "-javaagent:" + OTHERS.resolve("opentelemetry-javaagent.jar"),
                "-Dotel.traces.exporter=none",
                "-Dotel.metrics.exporter=none",
                "-Dotel.logs.exporter=none");
    }

    ChildJvm jvm(String... options) {
        command.addAll(List.of(options));
        return this;
    }

    /** With the class path of the tests. */
    ChildJvm start(String main, Object... args) throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return start(classPath, main, args);
    }

    ChildJvm start(List<Path> classPath, String main, Object... args) throws IOException {
        return start(
                String.join(
                        File.pathSeparator,
                        classPath.stream().map(Path::toString).toList()),
                main,
                args);
    }

    private ChildJvm start(String classPath, String main, Object[] args) throws IOException {
        return startWith(List.of("-cp", classPath, main), args);
    }

    /** The demo, which ends by itself. */
    ChildJvm startDemo(Object... args) throws IOException {
        return startWith(List.of("-jar", DEMO.toString()), args);
    }

    private ChildJvm startWith(List<String> what, Object[] args) throws IOException {
        command.addAll(what);
        for (Object each : args) {
            command.add(each.toString());
        }
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output().toFile())
                .start();
        return this;
    }

    private Path output() {
        return folder.resolve("output.txt");
    }

    String said() throws IOException {
        return Files.readString(output());
    }

    /** Waits until it serves. */
    URI address() throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < end && started().isAlive()) {
            Optional<String> line =
                    said().lines().filter(each -> each.startsWith(LISTENING)).findFirst();
            if (line.isPresent()) {
                return URI.create("http://localhost:" + line.get().substring(LISTENING.length()));
            }
            boolean ignored = started().waitFor(20, TimeUnit.MILLISECONDS);
        }
        throw new IllegalStateException("does not listen; it said: " + said());
    }

    private Process started() {
        Process started = process;
        if (started == null) {
            throw new IllegalStateException("not started");
        }
        return started;
    }

    /** Tells it that nobody needs it any more, and waits for its end, and that of its recording. */
    int end() throws IOException, InterruptedException {
        started().getOutputStream().close();
        if (!started().waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("does not end; it said: " + said());
        }
        return started().exitValue();
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly();
        }
    }
}
