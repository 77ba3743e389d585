package dev.longstack.recordings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.longstack.context.AsyncContext;
import dev.longstack.events.EventNames;
import dev.longstack.recordings.ChildJvm.Ended;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Applications as users have them, and what users do with the recording. */
@Timeout(value = 200, threadMode = ThreadMode.SEPARATE_THREAD)
class ApplicationTest {
    private static final String MODULE = "module shop { requires dev.longstack.runtime; }";
    private static final String MODULE_MAIN = """
            package shop;

            import dev.longstack.context.AsyncContext;
            import java.util.concurrent.CompletableFuture;

            public final class Main {
                public static void main(String[] args) {
                    AsyncContext request = AsyncContext.request("GET /modules");
                    try (var scope = request.beginRun()) {
                        System.out.println(CompletableFuture.supplyAsync(() ->
                            AsyncContext.currentOperation() + " under " + AsyncContext.currentParentId()).join()
                                .endsWith(" under " + request.id()) ? "same" : "other");
                    }
                }
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void aModuleThatUsesTheApiSeesWhatTheAgentRecords() throws Exception {
        Path sources = Files.createDirectories(folder.resolve("sources"));
        Files.createDirectories(sources.resolve("shop"));
        Path info = Files.writeString(sources.resolve("module-info.java"), MODULE);
        Path main = Files.writeString(sources.resolve("shop/Main.java"), MODULE_MAIN);
        Path classes = folder.resolve("classes");
        List<Path> modulePath = List.of(jar(AsyncContext.class), jar(EventNames.class), classes);
        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-p",
                        ChildJvm.path(modulePath),
                        "-d",
                        classes.toString(),
                        info.toString(),
                        main.toString());
        assertThat(compiled).as("the module compiles against the API").isZero();

        Path recording = folder.resolve("module.jfr");
        Ended ended = ChildJvm.in(folder).agent("").recordTo(recording).module(modulePath, "shop/shop.Main");
        assertThat(ended.out()).as(ended.err()).contains("same");
        Recorded recorded = Recorded.in(recording);
        assertThat(recorded.operations(recorded.longestRequest()))
                .containsExactly("GET /modules", "CompletableFuture.supplyAsync");
    }

    private static Path jar(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    @Test
    void codeWhoseClassLoaderHidesUsRunsAndIsLinked() throws Exception {
        Path recording = folder.resolve("hiding.jfr");
        Ended ended = ChildJvm.in(folder).agent("").recordTo(recording).run(HidingLoader.class);
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out().lines().filter("ran plug-in"::equals)).hasSize(2);
        Recorded recorded = Recorded.in(recording);
        assertThat(recorded.operations(recorded.longestRequest())).contains("ExecutorService.submit");
    }

    @Test
    void requestsEnterThroughServlets() throws Exception {
        Path recording = folder.resolve("servlets.jfr");
        Ended ended = ChildJvm.in(folder).agent("").recordTo(recording).run(ServletApp.class, folder);
        assertThat(ended.out()).as(ended.err()).contains("GET /orders/* > CompletableFuture.supplyAsync");
        Recorded recorded = Recorded.in(recording);
        assertThat(recorded.requests().stream()
                        .filter(request -> request.name().equals("GET /orders/*"))
                        .map(request -> recorded.model()
                                .invocations()
                                .failure(recorded.model().run(request.row(), 0))))
                .as("the second fails, and says so")
                .hasSize(2)
                .contains(IllegalStateException.class.getName());
    }

    @Test
    void sampledOutRootsTakeAllBelowThemAndAreCounted() throws Exception {
        Path recording = folder.resolve("sampled.jfr");
        Ended ended = ChildJvm.in(folder)
                .agent("sample=1/50,exclude=threads")
                .recordTo(recording)
                .run(Requests.class, "1000");
        assertThat(ended.code()).as(ended.err()).isZero();
        Recorded recorded = Recorded.in(recording);
        assertThat(recorded.requests()).hasSizeBetween(10, 40);
        assertThat(recorded.model().rest().dropped().get("sampled-out root"))
                .as("each root is recorded or counted")
                .isEqualTo(1000 - recorded.requests().size());
        assertThat(recorded.harmfulIssues()).as("no link is wrong or missing").isEmpty();
    }

    @Test
    void aBudgetHoldsWithoutHarmToAnyLink() throws Exception {
        Path recording = folder.resolve("budget.jfr");
        Ended ended = ChildJvm.in(folder)
                .agent("budget=300,exclude=threads")
                .recordTo(recording)
                .run(Requests.class, "20000");
        assertThat(ended.code()).as(ended.err()).isZero();
        Recorded recorded = Recorded.in(recording);
        assertThat(recorded.requests()).hasSizeBetween(1, 5_000);
        assertThat(recorded.model().rest().dropped().get("sampled-out root"))
                .as("each root is recorded or counted")
                .isEqualTo(20_000 - recorded.requests().size());
        assertThat(recorded.harmfulIssues()).isEmpty();
    }

    @Test
    void theJdksOwnToolReadsTheRecording() throws Exception {
        Path recording = folder.resolve("tool.jfr");
        ChildJvm.in(folder).agent("stacks=all").recordTo(recording).run(Hops.class);
        String printed = ChildJvm.jfr(folder, "print", "--events", "longstack.*", recording)
                .out();
        assertThat(printed)
                .contains("longstack.ContextInvocation {", "operation = \"GET /hops\"", "queueTime = ", "Hops.")
                .doesNotContain("operation = N/A");
        assertThat(ChildJvm.jfr(folder, "summary", recording).out()).contains(EventNames.CONTEXT_INVOCATION);
    }

    @Test
    void fromJdk25OnOtherEventsOfTheThreadTellTheContext() throws Exception {
        assumeTrue(Runtime.version().feature() >= 25, "jfr prints contexts from JDK 25 on");
        Path recording = folder.resolve("contextual.jfr");
        ChildJvm.in(folder).agent("").recordTo(recording).run(Hops.class);
        String printed =
                ChildJvm.jfr(folder, "print", "--events", "jdk.*", recording).out();
        assertThat(printed).contains("Context: ContextInvocation.contextId");
        assertThat(ChildJvm.jfr(folder, "view", "--width", "300", EventNames.CONTEXT_INVOCATION, recording)
                        .out())
                .contains("GET /hops");
    }

    @Test
    void aRecordingThatCantBeWrittenEndsAsWithoutUs() throws Exception {
        Ended ended = ChildJvm.in(folder)
                .agent("")
                .recordTo(folder.resolve("no such folder").resolve("app.jfr"))
                .run(Hops.class);
        assertThat(ended.code()).as("the JVM's own refusal").isEqualTo(1);
        assertThat(ended.err() + ended.out()).contains("Could not start recording");
    }

    @Test
    void theDemoShowsWhereTheLagComesFrom() throws Exception {
        Path recording = folder.resolve("demo.jfr");
        Ended ended = ChildJvm.in(folder).longstack("demo", "--seconds", "6", "-o", recording);
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out())
                .as("the slowest request, where it waited, and its stack")
                .contains("GET /checkout", "Where it waited", "ran on")
                .contains(recording.toString());
        // on a machine that is busy the slowest request may be the first one: the planted lag is further down
        assertThat(stackOfALockEvent(recording))
                .as("a request that met the planted lag, and who held the lock")
                .contains("waited", "for lock StockLedger", "held by", "GET /checkout", "here the request began");
        assertThat(Recorded.in(recording).harmfulIssues()).isEmpty();
    }

    private String stackOfALockEvent(Path recording) throws Exception {
        for (int n = 1; n <= 20; n++) {
            Ended ended = ChildJvm.in(folder)
                    .longstack("stack", recording, "--event", "jdk.JavaMonitorEnter", "--nth", Integer.toString(n));
            if (ended.code() != 0 || ended.out().contains("StockLedger")) {
                return ended.out() + ended.err();
            }
        }
        return "";
    }
}
