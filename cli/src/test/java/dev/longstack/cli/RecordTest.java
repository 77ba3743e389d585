package dev.longstack.cli;

import static dev.longstack.cli.Longstack.CLASS_PATH;
import static dev.longstack.cli.Longstack.JAVA;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.longstack.cli.Longstack.Ended;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code record} in processes of its own. */
class RecordTest {
    @TempDir
    private Path folder = Path.of("");

    private Ended record(String output, String... words) throws Exception {
        return Longstack.in(folder).run(command(output, words));
    }

    private static Object[] command(String output, String... words) {
        List<Object> command = new ArrayList<>(
                List.of("record", "-o", output, "--", JAVA, "-cp", CLASS_PATH, Application.class.getName()));
        command.addAll(List.of(words));
        return command.toArray();
    }

    private List<String> recordings() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(each -> each.toString().endsWith(".jfr"))
                    .map(each -> folder.relativize(each).toString())
                    .sorted()
                    .toList();
        }
    }

    private int contexts(String file) throws Exception {
        StringWriter out = new StringWriter();
        Main.run(
                new PrintWriter(out),
                new PrintWriter(out),
                "summary",
                folder.resolve(file).toString(),
                "--json");
        return new ObjectMapper().readTree(out.toString()).get("contexts").asInt();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b.jfr", "-v.jfr", "50%,'\"/it's.jfr"})
    void anyFileNameWillDo(String output) throws Exception {
        Files.createDirectories(folder.resolve(output).toAbsolutePath().getParent());
        Ended ended = record("./" + output);
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.err())
                .contains("Recorded './" + output + "': ", " kB, 0 requests, ")
                .contains("\nNext: longstack requests ");
        assertThat(recordings()).containsExactly(output);
        assertThat(contexts(output)).isPositive();
    }

    @Test
    void theExitCodeOfTheApplicationIsPassedOn() throws Exception {
        Ended ended = record("app.jfr", "fail");
        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.err()).contains("Recorded 'app.jfr'", "; java ended with exit code 3", "Next: ");
    }

    @Test
    void anOlderFileIsNotClaimedWhereJavaDoesNotStart() throws Exception {
        Path older = Files.writeString(folder.resolve("app.jfr"), "older");
        Ended ended = Longstack.in(folder).run("record", "--", JAVA, "--no-such-option", "Main");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err())
                .contains("error: java ended with exit code 1 before it recorded anything")
                .contains("The older 'app.jfr' is unchanged.")
                .doesNotContain("Recorded");
        assertThat(older).hasContent("older");
        assertThat(recordings()).containsExactly("app.jfr");
    }

    @Test
    void aWholeRecordingReplacesAnOlderFileAndSaysSo() throws Exception {
        Files.writeString(folder.resolve("app.jfr"), "older");
        assertThat(record("app.jfr").err()).contains("Recorded 'app.jfr' (replacing an older file): ");
        assertThat(contexts("app.jfr")).isPositive();
    }

    @Test
    void aJvmThatHaltsLeavesWhatItHadWritten() throws Exception {
        Ended ended = record("app.jfr", "halt");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err())
                .contains("warning: java ended with exit code 0 before it finished its recording")
                .contains("Recorded 'app.jfr': ", "Next: longstack issues app.jfr");
        assertThat(recordings()).containsExactly("app.jfr");
    }

    @Test
    void aKilledJvmIsNamedAndAnOlderFileKept() throws Exception {
        Files.writeString(folder.resolve("app.jfr"), "older");
        Process longstack = started("app.jfr");
        longstack.children().forEach(ProcessHandle::destroyForcibly);
        Ended ended = Longstack.in(folder).end(longstack);
        assertThat(ended.code()).isEqualTo(137);
        assertThat(ended.err())
                .contains("warning: java was killed by signal 9 before it finished its recording")
                .contains("The older 'app.jfr' is unchanged.", "Recorded '", "Next: longstack issues ");
        assertThat(folder.resolve("app.jfr")).hasContent("older");
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void aSignalEndsTheApplicationAndTheRecordingIsKept(String signal) throws Exception {
        Process longstack = started("app.jfr");
        new ProcessBuilder("kill", "-" + signal, Long.toString(longstack.pid()))
                .start()
                .waitFor();
        Ended ended = Longstack.in(folder).end(longstack);
        assertThat(ended.err()).contains("Recorded 'app.jfr': ", "Next: longstack requests app.jfr");
        assertThat(recordings()).containsExactly("app.jfr");
        assertThat(contexts("app.jfr")).isPositive();
    }

    /** Once the application runs. */
    private Process started(String output) throws IOException {
        Path said = folder.resolve("out");
        Process longstack = Longstack.in(folder).start(Redirect.to(said.toFile()), command(output, "wait"));
        while (!Files.readString(said).contains("application says wait") && longstack.isAlive()) {
            Thread.onSpinWait();
        }
        return longstack;
    }

    @Test
    void jsonIsAloneOnStandardOutput() throws Exception {
        List<Object> command = new ArrayList<>(List.of(command("app.jfr", "hello")));
        command.add(1, "--json");
        Ended ended = Longstack.in(folder).run(command.toArray());
        JsonNode answer = new ObjectMapper().readTree(ended.out());
        assertThat(ended.out()).startsWith("{").endsWith("}\n");
        assertThat(answer.get("recording").asText()).isEqualTo("app.jfr");
        assertThat(answer.get("contexts").asInt()).isPositive();
        assertThat(answer.get("sizeBytes").asLong()).isEqualTo(Files.size(folder.resolve("app.jfr")));
        assertThat(answer.get("problems")).isEmpty();
        assertThat(ended.err()).contains("application says hello");
    }

    @Test
    void withoutARecordingJsonSaysNull() throws Exception {
        Ended ended = Longstack.in(folder).run("record", "--json", "--", JAVA, "--no-such-option");
        assertThat(ended.code()).isEqualTo(1);
        JsonNode answer = new ObjectMapper().readTree(ended.out());
        assertThat(answer.get("recording").isNull()).isTrue();
        assertThat(answer.get("problems").get(0).asText()).contains("exit code 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/no/such/java", "./java"})
    void aJavaThatCantBeStartedIsOneSentence(String java) throws Exception {
        Ended ended = Longstack.in(folder).run("record", "--", java, "Main");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).isEqualTo("error: '" + java + "' could not be started: No such file or directory\n");
    }

    @Test
    void aPlaceThatCantBeWrittenToIsOneSentence() throws Exception {
        assertThat(record("no/such/folder/app.jfr").err()).endsWith("no/such/folder' does not exist\n");
        assertThat(record(".").err()).startsWith("error: '.' is a folder");
        assertThat(record("/dev/null").err()).isEqualTo("error: '/dev/null' is not a regular file\n");
    }

    @Test
    void argumentFilesAreForJavaToExpand() throws Exception {
        Files.writeString(
                folder.resolve("arguments"), "-cp \"" + CLASS_PATH + "\" " + Application.class.getName() + " hello");
        Ended ended = Longstack.in(folder).run("record", "--", JAVA, "@arguments");
        assertThat(ended.out()).as(ended.err()).contains("application says hello");
    }
}
