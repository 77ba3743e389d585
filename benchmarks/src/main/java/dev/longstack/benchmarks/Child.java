package dev.longstack.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM of the same JDK, run to its end. */
final class Child {
    private final List<String> command = new ArrayList<>();

    Child(List<String> jvmArgs) {
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmArgs);
    }

    /** Milliseconds and what was written to standard output. */
    record Ended(double millis, String out) {
        /** The numbers of the line {@code NAME NUMBER NUMBER...}. */
        double[] numbers(String name) {
            return out.lines()
                    .filter(line -> line.startsWith(name + " "))
                    .findFirst()
                    .map(line -> Arrays.stream(line.split(" "))
                            .skip(1)
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .orElseThrow(() -> new IllegalStateException("no line '" + name + "' in: " + out));
        }
    }

    Ended main(Class<?> main, Object... args) throws IOException, InterruptedException {
        List<Object> words =
                new ArrayList<>(List.of("-cp", Jars.BENCHMARKS + File.pathSeparator + Jars.LIBRARIES, main.getName()));
        words.addAll(Arrays.asList(args));
        return run(words.toArray());
    }

    Ended jar(Path jar, Object... args) throws IOException, InterruptedException {
        List<Object> words = new ArrayList<>(List.of("-jar", jar));
        words.addAll(Arrays.asList(args));
        return run(words.toArray());
    }

    private Ended run(Object... words) throws IOException, InterruptedException {
        Arrays.stream(words).map(Object::toString).forEach(command::add);
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(10, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new IllegalStateException("failed: " + command + "\n" + out);
        }
        return new Ended((System.nanoTime() - start) / 1e6, out);
    }
}
