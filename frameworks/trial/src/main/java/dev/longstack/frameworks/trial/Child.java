package dev.longstack.frameworks.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A service in a JVM of its own, with a recording. */
final class Child implements AutoCloseable {
    private static final int START_SECONDS = 60;
    private static final String LISTENING = "listening on ";

    private final Process process;
    private final Path output;

    private Child(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static Child start(Settings settings, Service service, Path recording) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(settings.root().resolve("frameworks/run").toString());
        command.add(service.name());
        command.addAll(settings.startArguments());
        for (String each : List.of(
                "-Dframeworks.steps=record",
                "-Xlog:jfr+startup=off",
                "-XX:StartFlightRecording:maxsize=2g,filename=" + recording)) {
            command.addAll(Arrays.asList("--jvm", each));
        }
        Path output = recording.resolveSibling(service.name() + ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("LONGSTACK_BUILT", "true");
        return new Child(builder.start(), output);
    }

    /** Waits until it serves. */
    int port() throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (System.nanoTime() < end && process.isAlive()) {
            Optional<String> line = Files.readAllLines(output).stream()
                    .filter(each -> each.startsWith(LISTENING))
                    .findFirst();
            if (line.isPresent()) {
                return Integer.parseInt(line.get().substring(LISTENING.length()));
            }
            Thread.sleep(50);
        }
        throw new IllegalStateException("does not listen; it said: " + Files.readString(output));
    }

    /** Ends it as an operator would, so that the recording is written. */
    @Override
    public void close() throws IOException {
        try {
            process.destroy();
            if (!process.waitFor(START_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
