package dev.longstack.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The C library of the guide, compiled and run. */
class NativeCodeTest {
    private static final Path JDK = Path.of(System.getProperty("java.home"));
    private static final Path SOURCES = Path.of("src", "native").toAbsolutePath();

    @TempDir
    private static Path folder;

    private static Path library;

    @BeforeAll
    static void compiled() throws Exception {
        boolean there =
                Stream.of(System.getenv("PATH").split(":")).anyMatch(each -> Files.isExecutable(Path.of(each, "cc")));
        if (!there && System.getenv("CI") == null) {
            System.out.println("No C compiler 'cc' on the path: native code is NOT tested.");
        }
        assumeTrue(there || System.getenv("CI") != null, "a C compiler 'cc' on the path");
        library = folder.resolve("libticker.so");
        Child compiler = Child.run(
                folder,
                "cc",
                "-Wall",
                "-Werror",
                "-shared",
                "-fPIC",
                "-pthread",
                "-I" + JDK.resolve("include"),
                "-I" + JDK.resolve("include/linux"),
                SOURCES.resolve("ticker.c").toString(),
                "-o",
                library.toString());
        assertThat(compiler.code()).as(compiler.err()).isZero();
    }

    private static void ticksUnderTheRequest(List<String> command) throws IOException, InterruptedException {
        Child child = Child.run(folder, command.toArray(new String[0]));
        assertThat(child.code()).as(child.err()).isZero();
        List<String> lines =
                child.out().lines().filter(line -> !line.contains("jfr")).toList();
        String id = lines.get(0).substring("request ".length());
        assertThat(Long.parseLong(id)).isPositive();
        assertThat(lines.subList(1, lines.size()))
                .containsExactly(
                        "tick 1 in ticker_run of " + id,
                        "tick 2 in ticker_run of " + id,
                        "tick 3 in ticker_run of " + id);
        String printed = Child.run(
                        folder,
                        JDK.resolve("bin/jfr").toString(),
                        "print",
                        "--events",
                        "longstack.*",
                        folder.resolve("native.jfr").toString())
                .out();
        assertThat(printed)
                .contains("operation = \"ticker_run\"", "details = \"native thread\"", "reason = \"completed\"");
    }

    private List<String> java(String... options) {
        List<String> command = new ArrayList<>(List.of(JDK.resolve("bin/java").toString()));
        command.addAll(List.of(options));
        command.addAll(
                List.of("-XX:StartFlightRecording:filename=" + folder.resolve("native.jfr"), "-cp", Child.classPath()));
        return command;
    }

    @Test
    void nativeCodeTakesPartThroughJni() throws Exception {
        List<String> command = java();
        command.addAll(List.of(Ticker.class.getName(), library.toString(), "3"));
        ticksUnderTheRequest(command);
    }

    @Test
    void andUnderTheAgent() throws Exception {
        List<String> command = java("-javaagent:" + Child.AGENT);
        command.addAll(List.of(Ticker.class.getName(), library.toString(), "3"));
        ticksUnderTheRequest(command);
    }

    @Test
    void andThroughForeignFunctions() throws Exception {
        assumeTrue(Runtime.version().feature() >= 22, "foreign functions came with JDK 22");
        List<String> command = java("--enable-native-access=ALL-UNNAMED");
        command.addAll(List.of(SOURCES.resolve("ForeignTicker.java").toString(), library.toString(), "3"));
        ticksUnderTheRequest(command);
    }
}
