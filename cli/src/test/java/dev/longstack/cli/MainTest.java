package dev.longstack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.longstack.events.ContextInvocationEvent;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import jdk.jfr.Recording;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
    @TempDir
    private static Path folder;

    private static Path recording = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void record() throws Exception {
        recording = folder.resolve("app.jfr");
        try (Recording jfr = new Recording()) {
            jfr.start();
            commit(2, 1, "task", "ExecutorService.submit");
            commit(1, 0, "request", "GET /a");
            jfr.stop();
            jfr.dump(recording);
        }
    }

    private static void commit(long id, long parent, String kind, String operation) {
        ContextInvocationEvent event = new ContextInvocationEvent();
        event.begin();
        event.contextId = id;
        event.parentId = parent;
        event.invocation = 1;
        event.kind = kind;
        event.operation = operation;
        event.commit();
    }

    private int run(Object... args) {
        String[] words = new String[args.length];
        for (int i = 0; i < args.length; i++) {
            words[i] = args[i].toString();
        }
        return Main.run(new PrintWriter(out), new PrintWriter(err), words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"summary", "requests", "tree", "stack", "issues"})
    void everyAnswerHasAVersionedShape(String command) throws Exception {
        assertThat(run(command, recording, "--json")).as(err.toString()).isZero();
        JsonNode answer = new ObjectMapper().readTree(out.toString());
        assertThat(answer.get("shape").asText()).isEqualTo("longstack." + command);
        assertThat(answer.get("version").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"summary", "requests", "tree", "stack", "issues", "record", "demo"})
    void everyCommandHelps(String command) {
        assertThat(run(command, "--help")).isZero();
        assertThat(out.toString()).contains("Usage: longstack " + command).contains("--json");
    }

    @Test
    void theTreeShowsTheStepsOfTheSlowestRequest() {
        assertThat(run("tree", recording)).isZero();
        assertThat(out.toString())
                .contains("GET /a")
                .contains("└ ExecutorService.submit")
                .doesNotContain("\u001b[");
    }

    @Test
    void filtersLetThroughWhatTheySay() throws Exception {
        assertThat(run("requests", recording, "--operation", "GET /b*", "--json"))
                .isZero();
        assertThat(new ObjectMapper().readTree(out.toString()).get("total").asInt())
                .isZero();
    }

    @Test
    void aBadRecordingIsExitOne() throws Exception {
        Path empty = Files.createFile(folder.resolve("empty.jfr"));
        assertThat(run("summary", empty)).isEqualTo(1);
        assertThat(err.toString()).startsWith("error: '").contains("is empty");
    }

    @Test
    void wrongUsageIsExitTwo() {
        assertThat(run("request", recording)).isEqualTo(2);
        assertThat(err.toString()).startsWith("error: ").contains("requests");
        assertThat(run("requests", recording, "--min", "soon")).isEqualTo(2);
        assertThat(err.toString()).contains("250ms");
    }

    @Test
    void anUnknownContextIsToldWithTheWayToFindOne() {
        assertThat(run("stack", recording, 77)).isEqualTo(1);
        assertThat(err.toString()).contains("no context 77").contains("longstack requests");
    }

    @Test
    void onlyJavaIsRecorded() {
        assertThat(run("record", "--", "ls")).isEqualTo(1);
        assertThat(err.toString()).contains("'ls' is not java");
    }
}
