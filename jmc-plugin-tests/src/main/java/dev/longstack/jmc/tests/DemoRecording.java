package dev.longstack.jmc.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A recording of the demo under the agent, made once for all tests. */
final class DemoRecording {
    private static final String SECONDS = "8";
    private static Path file;

    private DemoRecording() {}

    static synchronized Path file() throws IOException, InterruptedException {
        if (file == null) {
            file = folder().resolve("demo.jfr");
            run(
                    List.of("-javaagent:" + root().resolve("agent/target/longstack-agent.jar")),
                    file,
                    root().resolve("demo/target/longstack-demo.jar"));
        }
        return file;
    }

    /** The same program without the agent. */
    static Path withoutAgent() throws IOException, InterruptedException {
        Path plain = folder().resolve("plain.jfr");
        run(List.of(), plain, root().resolve("demo/target/longstack-demo.jar"));
        return plain;
    }

    static Path folder() throws IOException {
        return Files.createDirectories(
                Path.of(System.getProperty("longstack.pictures")).resolveSibling("recordings"));
    }

    static Path root() {
        return Path.of(System.getProperty("longstack.root"));
    }

    private static void run(List<String> agent, Path recording, Path jar) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(agent);
        command.add("-XX:StartFlightRecording:filename=" + recording);
        command.addAll(List.of("-jar", jar.toString(), "--seconds", SECONDS));
        Path output = folder().resolve("demo.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("the demo failed: " + Files.readString(output));
        }
    }
}
