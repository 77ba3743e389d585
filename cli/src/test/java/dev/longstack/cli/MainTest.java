package dev.longstack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.longstack.events.ContextCreationEvent;
import dev.longstack.events.ContextInvocationEvent;
import dev.longstack.events.DroppedEvent;
import dev.longstack.events.OpenRequestEvent;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import jdk.jfr.Recording;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    private static void commit(long id, long parent, @Nullable String kind, String operation) {
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

    /** A request that hangs, named late, with a thread that ended within it and one that did not, of which 1 in 16 was recorded. */
    private static Path hung() throws Exception {
        Path file = folder.resolve("hung.jfr");
        try (Recording jfr = new Recording()) {
            jfr.start();
            ContextInvocationEvent request = new ContextInvocationEvent();
            request.begin();
            commit(12, 11, "thread", "Thread.start");
            commit(13, 12, null, "ExecutorService.submit");
            request.contextId = 11;
            request.invocation = 1;
            request.requestId = 11;
            request.kind = "request";
            request.operation = "GET /stock/1000";
            request.commit();
            commit(14, 11, "thread", "Thread.start");
            OpenRequestEvent open = new OpenRequestEvent();
            open.requestId = 11;
            open.request = "GET /stock/{n}";
            open.openHops = 3;
            open.openSteps = "15 continuation CompletableFuture.thenApply shop.Shop$$Lambda/0x1";
            open.commit();
            DroppedEvent dropped = new DroppedEvent();
            dropped.reason = "sampled-out";
            dropped.count = 3;
            dropped.sampleEvery = 16;
            dropped.commit();
            jfr.stop();
            jfr.dump(file);
        }
        return file;
    }

    @Test
    void theTreeTellsWhatAHungRequestWaitsForAndWhatIsOnlyAssumed() throws Exception {
        assertThat(run("tree", hung())).isZero();
        assertThat(out.toString())
                .contains("GET /stock/{n}  ")
                .contains("waiting")
                .contains("also recorded as GET /stock/1000")
                .contains("Thread.start  (assumed: a thread that ended within the request)")
                .contains("│ └ ExecutorService.submit")
                .contains("Thread.start  (a tree of its own: a thread that did not end within its starter's time)")
                .contains("waits for  CompletableFuture.thenApply · Shop lambda")
                .contains("and 2 more")
                .doesNotContain("inner steps of the JDK");
    }

    @Test
    void inJsonNothingIsAssumedInSilence() throws Exception {
        assertThat(run("tree", hung(), "--json")).isZero();
        JsonNode answer = new ObjectMapper().readTree(out.toString());
        assertThat(answer.get("steps").findValuesAsText("contextId")).containsExactly("11", "12", "13");
        assertThat(answer.get("steps").findValuesAsText("assumed")).containsExactly("false", "true", "true");
        assertThat(answer.get("workers").findValuesAsText("contextId")).containsExactly("14");
        assertThat(answer.get("waitsFor").findValuesAsText("contextId")).containsExactly("15");
        JsonNode request = answer.get("request");
        assertThat(request.get("openHops").asInt()).isEqualTo(3);
        assertThat(request.get("state").asText()).isEqualTo("waiting");
        assertThat(request.get("hops").asInt()).isZero();
        assertThat(request.get("alsoNamed").get(0).asText()).isEqualTo("GET /stock/1000");
    }

    @Test
    void aWorkerIsATreeThatSaysWhoStartedIt() throws Exception {
        assertThat(run("tree", hung(), 14)).isZero();
        assertThat(out.toString()).contains("started by GET /stock/{n} (context 11)");
        assertThat(run("stack", hung(), 14)).isZero();
        assertThat(out.toString()).contains("whether that ran for it is unknown");
    }

    @Test
    void aHealthyRecordingSaysSoInOneLine() {
        assertThat(run("issues", recording)).isZero();
        assertThat(out.toString().lines())
                .containsExactly("No problems found: all recorded work is linked, and no check found anything.");
    }

    @Test
    void issuesAndFindingsAreListedWorstFirst() throws Exception {
        assertThat(run("issues", unlinked())).isZero();
        assertThat(out.toString().lines().filter(line -> line.matches("\\w.*")))
                .containsExactly(
                        "1 problem, 1 warning, 1 note:",
                        "problem  10 of 10 contexts have lost their parent.",
                        "warning  parent missing: 10",
                        "note     never invoked: 10");
        assertThat(out.toString())
                .contains("         For example: context 1, context 2, context 3.")
                .contains("         -> Start the recording before the work, or raise maxsize and maxage.");
    }

    @Test
    void inJsonAFindingHasItsCountItsEvidenceAndWhatWasNotSeen() throws Exception {
        assertThat(run("issues", unlinked(), "--json")).isZero();
        JsonNode answer = new ObjectMapper().readTree(out.toString());
        assertThat(answer.get("issues").findValuesAsText("issue")).containsExactly("parent missing", "never invoked");
        assertThat(answer.get("issues").get(0).get("explanation").asText()).contains("async stacks end there");
        assertThat(answer.get("findings")).hasSize(1);
        JsonNode finding = answer.get("findings").get(0);
        assertThat(finding.get("check").asText()).isEqualTo("lost-links");
        assertThat(finding.get("severity").asText()).isEqualTo("problem");
        assertThat(finding.get("score").asInt()).isEqualTo(100);
        assertThat(finding.get("count").asInt()).isEqualTo(10);
        assertThat(finding.get("evidence")).hasSize(10);
        assertThat(finding.get("unseen")).isEmpty();
        assertThat(finding.get("explanation").asText()).contains("the parents of 10 are not in the recording");
        assertThat(finding.get("advice").asText()).startsWith("Start the recording");
    }

    /** Ten creations by what the recording does not have. */
    private static Path unlinked() throws Exception {
        Path file = folder.resolve("unlinked.jfr");
        try (Recording jfr = new Recording()) {
            jfr.start();
            for (int i = 1; i <= 10; i++) {
                ContextCreationEvent event = new ContextCreationEvent();
                event.contextId = i;
                event.parentId = 100L + i;
                event.kind = "task";
                event.operation = "ExecutorService.submit";
                event.commit();
            }
            jfr.stop();
            jfr.dump(file);
        }
        return file;
    }

    @Test
    void aDamagedRecordingIsNeverCalledHealthy() throws Exception {
        byte[] whole = Files.readAllBytes(recording);
        byte[] damaged = Arrays.copyOf(whole, whole.length + 1_000);
        assertThat(run("issues", Files.write(folder.resolve("damaged.jfr"), damaged)))
                .isZero();
        assertThat(out.toString())
                .contains("! ")
                .contains("1 warning:")
                .contains("file not whole: 1")
                .doesNotContain("No problems");
    }

    @Test
    void aRecordingWithoutOurEventsIsNotCalledHealthy() throws Exception {
        Path file = folder.resolve("without.jfr");
        try (Recording jfr = new Recording()) {
            jfr.start();
            jfr.stop();
            jfr.dump(file);
        }
        assertThat(run("issues", file)).isZero();
        assertThat(out.toString()).contains("no Longstack events").doesNotContain("No problems");
    }

    @Test
    void issuesTellWhatIsOpen() throws Exception {
        assertThat(run("issues", hung())).isZero();
        assertThat(out.toString())
                .contains("request unknown: 2")
                .contains("open when the recording ended: 1")
                .contains("waits for  CompletableFuture.thenApply · Shop lambda");
        assertThat(run("issues", hung(), "--json")).isZero();
        assertThat(out.toString()).contains("\"openRequests\" : [ {");
    }

    @ParameterizedTest
    @ValueSource(strings = {"summary", "requests"})
    void listsSayHowManyOfAllTheyHave(String command) throws Exception {
        assertThat(run(command, hung())).isZero();
        assertThat(out.toString()).contains("Sampled: at the end 1 in 16 requests was recorded.");
        assertThat(run(command, hung(), "--json")).isZero();
        assertThat(out.toString()).contains("\"sampleEvery\" : 16");
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
    void anUnknownContextIsNamedWithTheWayToFindOne() {
        assertThat(run("stack", recording, 77)).isEqualTo(1);
        assertThat(err.toString()).contains("no context 77").contains("longstack requests");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "ls", ".", "", "/tmp/..", "javac"})
    void onlyJavaIsRecorded(String program) {
        assertThat(run("record", "--", program)).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("error: '" + program + "' is not java; expected: longstack record -- java");
    }

    @ParameterizedTest
    @CsvSource({
        "--limit, -1, a whole number",
        "--limit, 0, a whole number",
        "--limit, 99999999999, a whole number",
        "--limit, x, a whole number",
        "--min, -1s, a time",
        "--min, 5, a time",
        "--from, 1e3s, a time",
        "--color, pink, AUTO"
    })
    void nonsenseInAnOptionIsOneSentence(String option, String value, String expected) {
        assertThat(run("requests", recording, option, value)).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("error: invalid value for option '" + option + "'")
                .contains("'" + value + "'", expected)
                .hasLineCount(2);
    }

    @Test
    void nonsenseInOtherNumbersIsOneSentence() {
        assertThat(run("stack", recording, "--event", "jdk.ThreadPark", "--nth", "-3"))
                .isEqualTo(2);
        assertThat(run("demo", "--seconds", "-1")).isEqualTo(2);
        assertThat(run("tree", recording, "first")).isEqualTo(2);
        assertThat(err.toString())
                .contains("'-3' is not a whole number", "'-1' is not a whole number", "'first' is not a context id");
        assertThat(run("record")).isEqualTo(2);
        assertThat(err.toString()).contains("missing required parameter: 'java ...'");
    }

    /** Names of each kind that would clear a terminal, or move what follows. */
    private static Path hostile() throws Exception {
        String evil = "\u001b[2J\u001b]0;x\u0007\u009b31m\n\t\u007f\u202e\u200b\ud800";
        Path file = folder.resolve("hostile.jfr");
        try (Recording jfr = new Recording()) {
            jfr.start();
            Thread thread = new Thread(
                    () -> {
                        commit(22, 21, "task" + evil, "ExecutorService.submit" + evil);
                        commit(21, 0, "request", "GET /" + evil);
                    },
                    "http" + evil);
            thread.start();
            thread.join();
            OpenRequestEvent open = new OpenRequestEvent();
            open.requestId = 21;
            open.request = "GET /other" + evil;
            open.openHops = 3;
            open.openSteps = "23 continuation Future" + evil + " shop.Shop" + evil;
            open.commit();
            DroppedEvent dropped = new DroppedEvent();
            dropped.reason = "sampled" + evil;
            dropped.count = 3;
            dropped.commit();
            jfr.stop();
            jfr.dump(file);
        }
        return file;
    }

    @ParameterizedTest
    @ValueSource(strings = {"summary", "requests", "tree", "stack", "issues"})
    void namesInARecordingCantSteerATerminal(String command) throws Exception {
        assertThat(run(command, hostile(), "--color", "always")).isZero();
        assertThat(out.toString()).contains("\\u001b[2J");
        assertThat(run(command, hostile(), "--json")).isZero();
        assertThat(out.toString().replaceAll("\u001b\\[(0|1|2|31|33|36)m", "").chars())
                .as("but for line ends and our own colors")
                .noneMatch(each -> each != '\n' && VisibleText.isInvisible(each));
    }

    @Test
    void aNameOfAMegabyteIsNoMegabyteOfOutput() throws Exception {
        Path file = folder.resolve("long.jfr");
        try (Recording jfr = new Recording()) {
            jfr.start();
            commit(1, 0, "request", "GET /" + "x".repeat(1_000_000));
            jfr.stop();
            jfr.dump(file);
        }
        for (String command : List.of("summary", "requests", "tree", "stack", "issues")) {
            assertThat(run(command, file)).isZero();
        }
        assertThat(out.toString()).contains("xxx…").hasSizeLessThan(20_000);
        assertThat(run("requests", file, "--operation", "*x".repeat(16) + "*y")).isZero();
        assertThat(out.toString()).contains("no matching request");
    }
}
