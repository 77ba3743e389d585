package dev.longstack.benchmarks;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The JVM of {@link LoadMain}. */
final class Clients implements AutoCloseable {
    private final Process process;
    private final PrintStream orders;
    private final BufferedReader answers;

    Clients() throws IOException {
        process = new ProcessBuilder(Cores.on(
                        Cores.CLIENTS,
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-cp",
                                Jars.BENCHMARKS + File.pathSeparator + Jars.LIBRARIES,
                                LoadMain.class.getName())))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        orders = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /** How many requests so many clients got answered in that time. */
    long ask(int clients, int port, int millis, String path) throws IOException {
        orders.println(port + " " + clients + " " + millis + " " + path);
        String answer = answers.readLine();
        if (answer == null || !answer.endsWith(" 0")) {
            throw new IllegalStateException("clients of " + path + " failed: " + answer);
        }
        return Long.parseLong(answer.substring(answer.indexOf(' ') + 1, answer.lastIndexOf(' ')));
    }

    @Override
    public void close() {
        process.destroy();
    }
}
