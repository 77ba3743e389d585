package dev.longstack.jmc.adapter.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longstack.analysis.find.Checks;
import dev.longstack.events.ContextCreationEvent;
import dev.longstack.events.ContextInvocationEvent;
import dev.longstack.events.OpenRequestEvent;
import dev.longstack.events.RuntimeStatisticsEvent;
import dev.longstack.events.StreamBufferEvent;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import jdk.jfr.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.item.IItemQuery;
import org.openjdk.jmc.common.item.ItemCollectionToolkit;
import org.openjdk.jmc.common.util.IPreferenceValueProvider;
import org.openjdk.jmc.flightrecorder.JfrLoaderToolkit;
import org.openjdk.jmc.flightrecorder.rules.IResult;
import org.openjdk.jmc.flightrecorder.rules.IRule;
import org.openjdk.jmc.flightrecorder.rules.ResultProvider;
import org.openjdk.jmc.flightrecorder.rules.Severity;
import org.openjdk.jmc.flightrecorder.rules.TypedResult;

/** The rules as JMC core finds and runs them. */
class RulesTest {
    private static final Path FOLDER = Path.of("..", "test-recordings", "src", "main", "resources", "recordings");

    @TempDir
    private Path folder;

    private IItemCollection items = ItemCollectionToolkit.EMPTY;

    /** By the rule's id without our prefix. */
    private Map<String, IResult> evaluate(Path file) throws Exception {
        items = JfrLoaderToolkit.loadEvents(file.toFile());
        Map<String, IResult> results = new LinkedHashMap<>();
        for (IRule rule : ServiceLoader.load(IRule.class)) {
            if (rule.getId().startsWith("longstack.")) {
                RunnableFuture<IResult> evaluation =
                        rule.createEvaluation(items, IPreferenceValueProvider.DEFAULT_VALUES, new ResultProvider());
                evaluation.run();
                results.put(rule.getId().substring("longstack.".length()), evaluation.get());
            }
        }
        assertThat(results)
                .as("found by ServiceLoader, with the ids that preferences are kept by")
                .containsOnlyKeys(
                        "LongQueueTime",
                        "StarvedPool",
                        "PendingWork",
                        "LostLinks",
                        "SelfRescheduling",
                        "BlockedEventLoop",
                        "ContextLeak",
                        "SlowStreamConsumer")
                .as("one for each check")
                .hasSameSizeAs(Checks.ALL);
        return results;
    }

    /** What the body commits, in a file. */
    private Path recorded(Body body) throws Exception {
        Path file = folder.resolve("rules.jfr");
        try (Recording recording = new Recording()) {
            recording.start();
            body.run();
            recording.stop();
            recording.dump(file);
        }
        return file;
    }

    private interface Body {
        void run() throws Exception;
    }

    private static void run(long id, long parent, String operation, long queueNanos, int queueLength, Body body)
            throws Exception {
        ContextInvocationEvent event = new ContextInvocationEvent();
        event.begin();
        body.run();
        event.contextId = id;
        event.invocation = 1;
        event.parentId = parent;
        event.parentInvocation = 1;
        event.kind = "task";
        event.operation = operation;
        event.taskClass = RulesTest.class;
        event.queueTime = queueNanos;
        event.queueType = LinkedBlockingQueue.class;
        event.queueLength = queueLength;
        event.commit();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hops-17", "hops-25"})
    void aHealthyRecordingRaisesNoAlarm(String name) throws Exception {
        Map<String, IResult> results = evaluate(FOLDER.resolve(name + ".jfr"));
        Set<String> unknown = Set.of("ContextLeak", "SlowStreamConsumer");
        results.forEach((rule, result) -> assertThat(result.getSeverity())
                .as("it says what it can't know: " + result.getSummary())
                .isEqualTo(unknown.contains(rule) ? Severity.NA : Severity.OK));
    }

    @Test
    void aRecordingWithoutOurEventsIsNotJudged() throws Exception {
        assertThat(evaluate(recorded(() -> {})).values())
                .allSatisfy(result -> assertThat(result.getSeverity()).isEqualTo(Severity.NA));
    }

    @Test
    void queuesAndStarvedPoolsAreSeen() throws Exception {
        Map<String, IResult> results = evaluate(recorded(() -> {
            for (int i = 1; i <= 100; i++) {
                run(i, 0, "ThreadPoolExecutor.execute", 50_000_000, 40, () -> {});
            }
        }));
        assertWarns(of(results, "LongQueueTime"), "% of their time in queue waits");
        assertWarns(of(results, "StarvedPool"), "found a long queue");
    }

    @Test
    void whatIsCountedIsAllOfItNotOnlyTheEvidence() throws Exception {
        Map<String, IResult> results = evaluate(recorded(() -> {
            for (int i = 1; i <= 1_500; i++) {
                run(i, 0, "ThreadPoolExecutor.execute", 50_000_000, 40, () -> {});
            }
        }));
        assertThat(of(results, "LongQueueTime").getExplanation()).startsWith("1,500 tasks waited");
    }

    @Test
    void contextsThatPileUpAreSeen() throws Exception {
        Map<String, IResult> results = evaluate(recorded(() -> {
            run(1, 0, "ThreadPoolExecutor.execute", 0, 0, () -> {});
            for (int i = 1; i <= 20; i++) {
                RuntimeStatisticsEvent event = new RuntimeStatisticsEvent();
                event.liveContexts = i * 10_000L;
                event.commit();
                TimeUnit.MILLISECONDS.sleep(2);
            }
        }));
        assertThat(of(results, "ContextLeak").getSeverity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void slowConsumersOfStreamsAreSeen() throws Exception {
        Map<String, IResult> results = evaluate(recorded(() -> {
            run(1, 0, "Flow.Subscriber.onNext", 0, 0, () -> {});
            for (int i = 0; i < 100; i++) {
                StreamBufferEvent event = new StreamBufferEvent();
                event.begin();
                event.streamId = 1;
                event.stream = "orders";
                event.contextId = 1;
                event.heldSize = -1;
                event.heldElements = i;
                event.demand = 0;
                event.commit();
            }
        }));
        assertWarns(of(results, "SlowStreamConsumer"), "consumer of 'orders' was slower");
    }

    @Test
    void chainsWithoutAnEndAreSeen() throws Exception {
        Map<String, IResult> results = evaluate(recorded(() -> {
            for (int i = 1; i <= 3_000; i++) {
                run(i, i - 1, "ScheduledExecutorService.schedule", 0, 0, () -> {});
            }
        }));
        assertWarns(of(results, "SelfRescheduling"), "keeps rescheduling itself: 3,000 in a row");
    }

    @Test
    void lostLinksAreSeen() throws Exception {
        Map<String, IResult> results = evaluate(recorded(() -> {
            for (int i = 1; i <= 50; i++) {
                run(i, 1_000 + i, "ThreadPoolExecutor.execute", 0, 0, () -> {});
            }
        }));
        assertWarns(of(results, "LostLinks"), "50 of 50 contexts have lost their parent");
    }

    @Test
    void aBlockedEventLoopIsSeen() throws Exception {
        Map<String, IResult> results = evaluate(recorded(() -> {
            Thread loop = new Thread(
                    () -> {
                        try {
                            run(1, 0, "EventLoop.execute", 0, 0, () -> TimeUnit.MILLISECONDS.sleep(150));
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    },
                    "nioEventLoopGroup-2-1");
            loop.start();
            loop.join();
        }));
        assertThat(of(results, "BlockedEventLoop").getSeverity()).isEqualTo(Severity.INFO);
        assertThat(of(results, "BlockedEventLoop").getSummary()).contains("held up an event loop for 1");
    }

    @Test
    void aThreadThatLivesOnBlocksNoEventLoop() throws Exception {
        Map<String, IResult> results = evaluate(recorded(() -> {
            Thread loop = new Thread(
                    () -> {
                        ContextInvocationEvent event = new ContextInvocationEvent();
                        event.begin();
                        LockSupport.parkNanos(150_000_000);
                        event.contextId = 2;
                        event.invocation = 1;
                        event.parentId = 1;
                        event.kind = "thread";
                        event.operation = "Thread.start";
                        event.requestId = -1;
                        event.commit();
                    },
                    "nioEventLoopGroup-2-1");
            run(1, 0, "ThreadPoolExecutor.execute", 0, 0, loop::start);
            loop.join();
        }));
        assertThat(of(results, "BlockedEventLoop").getSeverity()).isEqualTo(Severity.OK);
    }

    @Test
    void aHungRequestIsSeenThoughNoneOfItsStepsIsInTheRecording() throws Exception {
        Map<String, IResult> results = evaluate(recorded(() -> {
            run(1, 0, "ThreadPoolExecutor.execute", 0, 0, () -> {});
            OpenRequestEvent event = new OpenRequestEvent();
            event.requestId = 77;
            event.request = "GET /hung";
            event.openHops = 1;
            event.openSteps = "78 continuation CompletableFuture.thenApply shop.Shop";
            event.commit();
        }));
        IResult result = of(results, "PendingWork");
        assertThat(result.getSeverity()).isEqualTo(Severity.INFO);
        assertThat(result.getExplanation()).contains("GET /hung waits for CompletableFuture.thenApply · Shop.");
    }

    @Test
    void workThatNeverRanIsSeen() throws Exception {
        Map<String, IResult> results = evaluate(recorded(() -> {
            for (int i = 1; i <= 200; i++) {
                ContextCreationEvent event = new ContextCreationEvent();
                event.contextId = i;
                event.kind = "task";
                event.operation = "ThreadPoolExecutor.execute";
                event.taskClass = RulesTest.class;
                event.commit();
            }
            TimeUnit.MILLISECONDS.sleep(5_200);
            run(1_000, 0, "ThreadPoolExecutor.execute", 0, 0, () -> {});
        }));
        assertWarns(of(results, "PendingWork"), "200 scheduled steps that never ran");
    }

    private static IResult of(Map<String, IResult> results, String rule) {
        return Objects.requireNonNull(results.get(rule), rule);
    }

    private void assertWarns(IResult result, String summary) {
        assertThat(result.getSeverity()).as(result.getSummary()).isEqualTo(Severity.WARNING);
        assertThat(result.getSummary()).contains(summary);
        assertThat(result.getSolution()).as("it says what to do").isNotBlank();
        IItemQuery evidence = Objects.requireNonNull(result.getResult(TypedResult.ITEM_QUERY));
        assertThat(items.apply(evidence.getFilter()).hasItems())
                .as("with evidence")
                .isTrue();
    }
}
