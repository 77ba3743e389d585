package dev.longstack.benchmarks;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A service in a JVM of its own. */
final class Served implements AutoCloseable {
    /** The demo is not in the list of frameworks. */
    static final String DEMO = "demo";

    private static final String LISTENING = "listening on ";
    /** Of the same shape on any core: a JVM that sees one core takes other collectors and fewer threads. */
    private static final List<String> SAME =
            List.of("-Xms1g", "-Xmx1g", "-XX:+UseG1GC", "-XX:ActiveProcessorCount=2", "-Xlog:jfr+startup=off");

    private final Process process;
    private final int port;

    private Served(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static Served start(String service, Path jdk, List<String> jvmArgs) throws IOException {
        List<String> all = new ArrayList<>(SAME);
        all.addAll(jvmArgs);
        ProcessBuilder builder = new ProcessBuilder(
                        Cores.on(Cores.ALL, service.equals(DEMO) ? shop(jdk, all) : framework(service, jdk, all)))
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("LONGSTACK_BUILT", "true");
        Process process = builder.start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(LISTENING)) {
                return new Served(process, Integer.parseInt(line.substring(LISTENING.length())));
            }
        }
        throw new IllegalStateException("does not start: " + service + " with " + jvmArgs);
    }

    private static List<String> framework(String service, Path jdk, List<String> jvmArgs) {
        List<String> command = new ArrayList<>(List.of(Jars.FRAMEWORKS.toString(), service, "--jdk", jdk.toString()));
        jvmArgs.forEach(each -> command.addAll(List.of("--jvm", each)));
        return command;
    }

    private static List<String> shop(Path jdk, List<String> jvmArgs) {
        List<String> command = new ArrayList<>(List.of(jdk.resolve("bin/java").toString()));
        command.addAll(jvmArgs);
        command.addAll(
                Arrays.asList("-cp", Jars.BENCHMARKS + File.pathSeparator + Jars.LIBRARIES, ShopMain.class.getName()));
        return command;
    }

    int port() {
        return port;
    }

    void moveTo(String cores) {
        Cores.move(process, cores);
    }

    /** All its threads' together, those of the JVM too. */
    double cpuSeconds() {
        return process.toHandle()
                        .info()
                        .totalCpuDuration()
                        .orElseThrow(() -> new IllegalStateException("the system does not tell a process's CPU time"))
                        .toNanos()
                / 1e9;
    }

    @Override
    public void close() {
        try {
            process.destroy();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
