package dev.longstack.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longstack.analysis.Analysis;
import dev.longstack.analysis.model.LinkIssue;
import dev.longstack.analysis.model.Model;
import dev.longstack.analysis.stack.AsyncStack;
import dev.longstack.analysis.tree.Filter;
import dev.longstack.analysis.tree.Request;
import dev.longstack.recordings.ChildJvm.Ended;
import dev.longstack.recordings.behaviour.Behaviours;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** The packaged agent in child JVMs. */
@Timeout(value = 200, threadMode = ThreadMode.SEPARATE_THREAD)
class ScenarioTest {
    @TempDir
    private Path folder;

    private static Analysis open(Path recording) throws Exception {
        return Analysis.open(recording, count -> {});
    }

    @Test
    void everyHopRunsUnderItsRequest() throws Exception {
        Path recording = folder.resolve("hops.jfr");
        Ended ended =
                ChildJvm.in(folder).agent("stacks=all").recordTo(recording).run(Hops.class);
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out()).as("the API sees the request in every hop").doesNotContain("LOST");
        assertThat(ended.out().lines().filter(line -> line.startsWith("linked ")))
                .hasSizeGreaterThanOrEqualTo(12);

        Analysis analysis = open(recording);
        Request request = analysis.requests().ranked(Filter.ALL).get(0);
        assertThat(request.name()).isEqualTo("GET /hops");
        assertThat(request.state()).as("all it started has run").isEqualTo(Request.State.RESOLVED);
        assertThat(operations(analysis, request))
                .as("the recording has the same links")
                .contains(
                        "ThreadPoolExecutor.execute",
                        "ExecutorService.submit",
                        "CompletableFuture.supplyAsync",
                        "CompletableFuture.thenApply",
                        "CompletableFuture.thenApplyAsync",
                        "CompletableFuture.whenComplete",
                        "CompletableFuture.handle",
                        "CompletableFuture.thenCombine",
                        "CompletableFuture.thenCompose");
        assertThat(operations(analysis, analysis.requests().assumed(request)))
                .as("a bare thread that ended within the request is assumed to be its")
                .contains("Thread.start")
                .isSubsetOf("Thread.start", "Thread.startVirtualThread");
        assertThat(analysis.model().rest().issues().keySet().stream().filter(LinkIssue::isHarmful))
                .as("nothing is lost")
                .isEmpty();
        assertEveryStepHasItsOwnStack(analysis, request);
    }

    private static List<String> operations(Analysis analysis, Request request) {
        return operations(analysis, analysis.requests().tree(request.row()));
    }

    private static List<String> operations(Analysis analysis, List<Integer> rows) {
        return rows.stream()
                .map(row -> analysis.model().contexts().operation(row))
                .toList();
    }

    private static void assertEveryStepHasItsOwnStack(Analysis analysis, Request request) {
        for (int row : analysis.requests().tree(request.row())) {
            AsyncStack stack = analysis.stacks().ofContext(row);
            assertThat(stack.end()).as("the chain ends at the request").isEqualTo(AsyncStack.End.REQUEST);
            assertThat(stack.boundaries().get(0).source())
                    .as("stacks=all takes the stack at this very creation")
                    .isEqualTo(AsyncStack.Source.OWN);
            assertThat(String.join("\n", stack.boundaries().get(0).frames()))
                    .as("the stack is the program's, without the recorder's frames")
                    .contains("Hops.")
                    .doesNotContain("dev.longstack.boot");
        }
    }

    @Test
    void applicationsBehaveAsWithoutTheAgent() throws Exception {
        Ended bare = ChildJvm.in(folder).run(Behaviours.class);
        Ended off = ChildJvm.in(folder).agent("").run(Behaviours.class);
        Path recording = folder.resolve("behaviours.jfr");
        Ended on = ChildJvm.in(folder).agent("").recordTo(recording).run(Behaviours.class);
        assertThat(bare.out().lines())
                .as("the rules hold at all")
                .hasSizeGreaterThan(30)
                .allMatch(line -> line.startsWith("kept "));
        assertThat(rules(off)).as("with the agent").isEqualTo(rules(bare));
        assertThat(rules(on)).as("with a recording").isEqualTo(rules(bare));

        Model model = open(recording).model();
        assertThat(releaseReasons(model))
                .as("what never ran is released with its reason")
                .contains("rejected", "removed");
        assertThat(model.rest().issues())
                .as("nothing ran after its release")
                .doesNotContainKey(LinkIssue.INVOKED_AFTER_RELEASE);
    }

    /** Without what the JVM says of itself on standard output. */
    private static List<String> rules(Ended ended) {
        return ended.out()
                .lines()
                .filter(line -> line.startsWith("kept ") || line.startsWith("BROKEN "))
                .toList();
    }

    private static Stream<String> releaseReasons(Model model) {
        return IntStream.range(0, model.contexts().size())
                .mapToObj(row -> String.valueOf(model.contexts().releaseReason(row)))
                .distinct();
    }

    @Test
    void recordingsMayComeAndGo() throws Exception {
        Path recording = folder.resolve("last.jfr");
        Ended ended = ChildJvm.in(folder).agent("").run(Switching.class, recording);
        assertThat(ended.out()).as(ended.err()).contains("1500 hops");
        Model model = open(recording).model();
        assertThat(model.invocations().size())
                .as("both halves of the last round")
                .isEqualTo(100);
    }

    @Test
    void aHangingRequestIsInTheDump() throws Exception {
        Path recording = folder.resolve("hanging.jfr");
        ChildJvm child = ChildJvm.in(folder).agent("").recordTo(recording);
        Process process = child.start(Hanging.class);
        child.await(process, "hanging");
        process.outputWriter().close();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

        Analysis analysis = open(recording);
        Request request = analysis.requests().ranked(Filter.ALL).get(0);
        assertThat(request.name()).isEqualTo("GET /hangs");
        assertThat(request.state()).as("its task still runs").isEqualTo(Request.State.PENDING);
        assertThat(analysis.requests().tree(request.row())).as("with its chain").hasSize(2);
    }

    @Test
    void whatAKilledJvmLeftIsRead() throws Exception {
        Path repository = Files.createDirectory(folder.resolve("repository"));
        ChildJvm child = ChildJvm.in(folder)
                .agent("")
                .jvm("-XX:FlightRecorderOptions:repository=" + repository, "-XX:StartFlightRecording");
        Process process = child.start(Hanging.class);
        child.await(process, "hanging");
        process.destroyForcibly().waitFor();

        try (Stream<Path> files = Files.walk(repository)) {
            Path chunk = files.filter(each -> each.toString().endsWith(".jfr"))
                    .findFirst()
                    .orElseThrow();
            Analysis analysis = open(chunk);
            Request request = analysis.requests().ranked(Filter.ALL).get(0);
            assertThat(request.state()).as("what hung when it was killed").isEqualTo(Request.State.PENDING);
            assertThat(operations(analysis, request)).containsExactly("GET /hangs", "ThreadPoolExecutor.execute");
        }
    }

    @Test
    void aSecondAgentSaysSoAndDoesNothing() throws Exception {
        Ended ended = ChildJvm.in(folder).agent("").agent("").run(Hops.class);
        assertThat(ended.code()).isZero();
        assertThat(ended.err()).contains("is already attached");
    }

    @Test
    void aWrongOptionIsToldAndTheApplicationRunsOn() throws Exception {
        Ended ended = ChildJvm.in(folder).agent("stack=all").run(Behaviours.class);
        assertThat(ended.code()).isZero();
        assertThat(ended.err()).contains("unknown option 'stack'; did you mean 'stacks'?");
    }

    @Test
    void withoutARecordingNothingIsCurrent() throws Exception {
        Ended ended = ChildJvm.in(folder).agent("").run(Hops.class);
        assertThat(ended.code()).isZero();
        assertThat(ended.out().lines().filter(line -> line.startsWith("linked ")))
                .as("neither in a hop nor after the request")
                .containsExactly("linked nothing is current after the request");
        assertThat(ended.out().lines().filter(line -> line.startsWith("LOST ")))
                .as("every hop ran")
                .hasSizeGreaterThanOrEqualTo(11);
        assertThat(ended.err()).as("no fault").doesNotContain("fault");
    }

    @Test
    void classesThatAnotherAgentLoadedFirstAreLinkedBesideThem() throws Exception {
        Path early = earlyAgent();
        Path recording = folder.resolve("early.jfr");
        Ended hops = ChildJvm.in(folder)
                .jvm("-javaagent:" + early)
                .agent("")
                .recordTo(recording)
                .run(Hops.class);
        assertThat(hops.out())
                .as("the links are the same")
                .contains("linked thenCombine")
                .doesNotContain("LOST");
        Ended behaviours = ChildJvm.in(folder)
                .jvm("-javaagent:" + early)
                .agent("")
                .recordTo(recording)
                .run(Behaviours.class);
        assertThat(rules(behaviours)).hasSizeGreaterThan(30).allMatch(line -> line.startsWith("kept "));
        assertThat(behaviours.err())
                .as("no fault, also with 100,000 of the same task")
                .doesNotContain("fault");
    }

    private Path earlyAgent() throws Exception {
        Path jar = folder.resolve("early.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", EarlyAgent.class.getName());
        String entry = EarlyAgent.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                InputStream in = EarlyAgent.class.getClassLoader().getResourceAsStream(entry)) {
            out.putNextEntry(new ZipEntry(entry));
            out.write(in.readAllBytes());
        }
        return jar;
    }

    @Test
    void theApiRecordsWithoutTheAgent() throws Exception {
        Path recording = folder.resolve("api.jfr");
        Ended ended = ChildJvm.in(folder).recordTo(recording).run(Hops.class);
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(open(recording).requests().ranked(Filter.ALL).get(0).name()).isEqualTo("GET /hops");
    }
}
