package dev.longstack.recordings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.longstack.analysis.model.ContextTable;
import dev.longstack.analysis.model.InvocationTable;
import dev.longstack.analysis.model.Model;
import dev.longstack.context.ContextManager;
import dev.longstack.events.EventNames;
import dev.longstack.recordings.ChildJvm.Ended;
import dev.longstack.recordings.faults.BadManagers;
import dev.longstack.recordings.faults.BadSuppliers;
import dev.longstack.recordings.faults.Locked;
import dev.longstack.recordings.faults.Plugins;
import dev.longstack.recordings.faults.SampledServer;
import dev.longstack.recordings.faults.Shapes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What went wrong once in applications that people run, tried in children of this JVM's JDK. */
@Timeout(value = 200, threadMode = ThreadMode.SEPARATE_THREAD)
@org.jspecify.annotations.NullUnmarked // what is missing fails the test
class FaultsTest {
    @TempDir
    private Path folder;

    @Test
    void aTreeIsRecordedWholeOrNotAtAllAndListsSayHowMany() throws Exception {
        Path recording = folder.resolve("sampled.jfr");
        Ended ended =
                ChildJvm.in(folder).agent("sample=1/16").recordTo(recording).run(SampledServer.class, "320");
        assertThat(ended.code()).as(ended.err()).isZero();
        Recorded recorded = Recorded.in(recording);
        ContextTable contexts = recorded.model().contexts();
        assertThat(recorded.harmfulIssues()).isEmpty();
        assertThat(rows(recorded.model())
                        .filter(row ->
                                contexts.parentId(row) > 0 && recorded.model().parentRow(row) < 0))
                .as("contexts whose parent is missing")
                .isEmpty();
        List<Integer> requests =
                rows(recorded.model()).filter(contexts::isRequest).boxed().toList();
        assertThat(requests).hasSizeBetween(10, 40);
        List<Integer> exchanges = rows(recorded.model())
                .filter(row -> String.valueOf(contexts.taskClass(row)).contains("ServerImpl$Exchange"))
                .boxed()
                .toList();
        assertThat(requests.stream().map(recorded.model()::parentRow))
                .as("each request is recorded with the server's task that it began in, and the other way round")
                .containsExactlyInAnyOrderElementsOf(exchanges);
        assertThat(requests)
                .as("the steps of each are there")
                .allMatch(row -> recorded.analysis().requests().tree(row).size() >= 4);
        for (String command : List.of("requests", "summary")) {
            assertThat(ChildJvm.in(folder).longstack(command, recording).out()).contains("1 in 16");
        }
    }

    private static IntStream rows(Model model) {
        return IntStream.range(0, model.contexts().size());
    }

    @Test
    void idleThreadsAndUnstartedOnesKeepNothingOfAnApplication() throws Exception {
        Ended ended = ChildJvm.in(folder)
                .agent("budget=0")
                .recordTo(folder.resolve("plug-ins.jfr"))
                .run(Plugins.class);
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("loaders kept 0", "tasks kept 0");
    }

    @Test
    void nothingOfOursShowsInClassesOfTheJdk() throws Exception {
        List<String> bare = shapes(ChildJvm.in(folder));
        List<String> woven = shapes(ChildJvm.in(folder).agent("").recordTo(folder.resolve("shapes.jfr")));
        assertThat(startingWith("public ", woven)).isEqualTo(startingWith("public ", bare));
        assertThat(bare).contains("public minimal stage answers to []");

        List<String> declared = new ArrayList<>(startingWith("declared ", woven));
        startingWith("declared ", bare).forEach(declared::remove);
        Set<String> members = declared.stream()
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .collect(Collectors.toCollection(TreeSet::new));
        String limitations = Files.readString(Path.of("..", "LIMITATIONS.md"));
        assertThat(members)
                .as("what those see who ask for all that is declared is told in LIMITATIONS.md; seen: %s", declared)
                .isNotEmpty()
                .allMatch(each -> limitations.contains("`" + each + "`"));
    }

    private static List<String> shapes(ChildJvm child) throws Exception {
        Ended ended = child.run(Shapes.class);
        assertThat(ended.code()).as(ended.err()).isZero();
        return ended.out().lines().toList();
    }

    private static List<String> startingWith(String beginning, List<String> lines) {
        return lines.stream().filter(line -> line.startsWith(beginning)).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dev.longstack.recordings.faults.BadManagers$InConstructor",
                "dev.longstack.recordings.faults.BadManagers$InInitialiser",
                "com.example.Missing"
            })
    void aContextManagerThatFailsIsToldInALineAndTheNextOneIsUsed(String failing) throws Exception {
        String good = BadManagers.Named.class.getName();
        assertThat(managed("Named", failing, good))
                .as("another one was meant")
                .containsExactly("ran true true", "manager Named");
        assertThat(managed("InConstructor", failing, good))
                .as("there is none of this name, or it is this one")
                .containsExactly("ran true true", "manager thread-local");
        assertThat(managed("thread-local", failing, good))
                .as("nobody asked for any")
                .containsExactly("ran true true", "manager thread-local");
    }

    @Test
    void aContextManagerThatThrowsReachesNobody() throws Exception {
        assertThat(managed("Throwing", BadManagers.Throwing.class.getName()))
                .containsExactly("ran true true", "manager Throwing");
    }

    /** What it prints. */
    private List<String> managed(String manager, String... found) throws Exception {
        Path services = Files.createDirectories(folder.resolve("services/META-INF/services"));
        Files.write(services.resolve(ContextManager.class.getName()), List.of(found));
        Ended ended = ChildJvm.in(folder)
                .agent("")
                .recordTo(folder.resolve("managed.jfr"))
                .jvm(
                        "-Xbootclasspath/a:" + services.getParent().getParent(),
                        "-Dlongstack.contextManager=" + manager,
                        "-Xlog:disable",
                        "-Xlog:all=error:stderr")
                .run(BadManagers.class);
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.err().lines().filter(line -> line.contains("[longstack]")))
                .as("said on stderr: %s", ended.err())
                .hasSize(manager.equals("thread-local") ? 0 : 1);
        assertThat(ended.err()).doesNotContain("\tat ");
        return ended.out().lines().toList();
    }

    @Test
    void suppliersThatThrowNeverReachTheirCaller() throws Exception {
        Ended ended = ChildJvm.in(folder).agent("").run(BadSuppliers.class);
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out().lines())
                .containsExactly(
                        "created wrap {}",
                        "ran wrap",
                        "passed wrap",
                        "created create {}",
                        "ran create",
                        "passed create",
                        "created trigger {}",
                        "ran trigger",
                        "passed trigger",
                        "hint bad details",
                        "passed hint",
                        "hint good details",
                        "passed good hint");
    }

    @Test
    void eachRunNamesItsRequest() throws Exception {
        Path recording = locked();
        long requestId = waiter(recording);
        String runs = ChildJvm.jfr(folder, "print", "--events", EventNames.CONTEXT_INVOCATION, recording)
                .out();
        assertThat(List.of(runs.split("\n\n")))
                .as("the request's run and its step's")
                .filteredOn(run ->
                        run.contains("requestId = " + requestId + "\n") && run.contains("request = \"GET /waiter\""))
                .hasSize(2);
    }

    @Test
    void fromJdk25OnALockEventNamesItsRequest() throws Exception {
        assumeTrue(Runtime.version().feature() >= 25, "jfr prints contexts from JDK 25 on");
        Path recording = locked();
        long requestId = waiter(recording);
        String printed = ChildJvm.jfr(folder, "print", "--events", "jdk.JavaMonitorEnter", recording)
                .out();
        assertThat(List.of(printed.split("\n\n")))
                .filteredOn(event -> event.contains("Locked.enter"))
                .hasSize(1)
                .allMatch(event -> event.contains("Context: ContextInvocation.request = \"GET /waiter\"")
                        && event.contains("Context: ContextInvocation.requestId = " + requestId));
    }

    private Path locked() throws Exception {
        Path recording = folder.resolve("locked.jfr");
        Ended ended = ChildJvm.in(folder).agent("").recordTo(recording).run(Locked.class);
        assertThat(ended.code()).as(ended.err()).isZero();
        return recording;
    }

    private static long waiter(Path recording) throws Exception {
        return Recorded.in(recording).requests().stream()
                .filter(each -> each.name().equals("GET /waiter"))
                .findFirst()
                .orElseThrow()
                .contextId();
    }

    @Test
    void theDemoKnowsWhoTriggeredEachContinuation() throws Exception {
        Path recording = folder.resolve("demo.jfr");
        Ended ended = ChildJvm.in(folder).longstack("demo", "--seconds", "3", "-o", recording);
        assertThat(ended.code()).as(ended.err()).isZero();
        Model model = Recorded.in(recording).model();
        InvocationTable runs = model.invocations();
        List<String> continuations = IntStream.range(0, runs.size())
                .filter(run -> "continuation".equals(model.contexts().kind(runs.contextRow(run))))
                .mapToObj(run -> model.contexts().operation(runs.contextRow(run)) + " by "
                        + (runs.triggerId(run) == -1 ? "unknown" : "known"))
                .toList();
        assertThat(continuations)
                .contains("CompletableFuture.thenCombine by known")
                .noneMatch(each -> each.endsWith("unknown"));
    }
}
