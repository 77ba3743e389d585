package dev.longstack.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longstack.analysis.Analysis;
import dev.longstack.analysis.find.Check;
import dev.longstack.analysis.find.Checks;
import dev.longstack.analysis.find.Finding;
import dev.longstack.analysis.find.Findings;
import dev.longstack.analysis.find.Severity;
import dev.longstack.analysis.link.Linker;
import dev.longstack.analysis.source.ContextFacts;
import dev.longstack.analysis.source.EventSink;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What each check finds, and what it leaves alone. */
class FindingsTest {
    private static final long MILLI = 1_000_000;
    private static final String SHOP = "shop.Shop";

    private final Linker linker = new Linker();

    /** A run that is ten seconds into the recording where nothing else is said. */
    private record Ran(
            long id,
            long parent,
            String kind,
            @Nullable String taskClass,
            @Nullable String thread,
            long millis,
            long queueMillis,
            int queueLength) {
        static Ran task(long id) {
            return new Ran(id, 0, "task", SHOP, "pool-1-thread-1#1", 0, 0, 0);
        }

        Ran below(long other) {
            return new Ran(id, other, kind, taskClass, thread, millis, queueMillis, queueLength);
        }

        Ran as(String other) {
            return new Ran(id, parent, other, taskClass, thread, millis, queueMillis, queueLength);
        }

        Ran of(@Nullable String other) {
            return new Ran(id, parent, kind, other, thread, millis, queueMillis, queueLength);
        }

        Ran on(@Nullable String other) {
            return new Ran(id, parent, kind, taskClass, other, millis, queueMillis, queueLength);
        }

        Ran forMillis(long other) {
            return new Ran(id, parent, kind, taskClass, thread, other, queueMillis, queueLength);
        }

        Ran queued(long otherMillis, int otherLength) {
            return new Ran(id, parent, kind, taskClass, thread, millis, otherMillis, otherLength);
        }
    }

    private void add(Ran ran) {
        long start = 10_000 * MILLI;
        linker.invocation(
                new ContextFacts(ran.id, ran.parent, ran.parent > 0 ? 1 : 0, ran.kind, "submit", ran.taskClass),
                new EventSink.Run(1, start, start + ran.millis * MILLI, ran.thread, null, 0, null),
                new EventSink.Schedule(
                        0,
                        null,
                        0,
                        ran.queueMillis < 0 ? EventSink.UNKNOWN : ran.queueMillis * MILLI,
                        "java.util.concurrent.LinkedBlockingQueue",
                        ran.queueLength));
    }

    private Finding found(Check check) {
        return check.find(Analysis.of(linker.link()));
    }

    private void assertOk(Check check, String summary) {
        Finding finding = found(check);
        assertThat(finding.severity()).as(finding.summary()).isEqualTo(Severity.OK);
        assertThat(finding.summary()).isEqualTo(summary);
        assertThat(finding.count()).isZero();
        assertThat(finding.evidence()).isEmpty();
    }

    @Test
    void wordsAndTitlesOfChecksNeverChange() {
        assertThat(Checks.ALL)
                .as("users script against the words, and know the titles")
                .extracting(check -> check.word() + ": " + check.title())
                .containsExactly(
                        "long-queue-time: Long Queue Time",
                        "starved-pool: Starved Pool",
                        "blocked-event-loop: Blocked Event Loop",
                        "pending-work: Pending or Never Run Work",
                        "context-leak: Context Leak",
                        "self-rescheduling: Self-Rescheduling Chains",
                        "slow-stream-consumer: Slow Stream Consumer",
                        "lost-links: Lost Links");
    }

    @Test
    void whatIsFoundIsSortedWorstFirst() {
        for (int i = 1; i <= 60; i++) {
            add(Ran.task(i).queued(20, 10).forMillis(30));
        }
        add(Ran.task(100).on("epoll-1#9").forMillis(100));
        assertThat(Findings.of(Analysis.of(linker.link())))
                .extracting(
                        finding -> finding.check() + " " + finding.severity().word())
                .as("no task waited longer than the 20 ms of a starved pool")
                .containsExactly("long-queue-time note", "blocked-event-loop note");
    }

    @Test
    void aRecordingWithoutOurEventsHasNoFindings() {
        linker.other("jdk.CPULoad", 1);
        assertThat(Findings.of(Analysis.of(linker.link()))).isEmpty();
    }

    @Test
    void severitiesFollowTheScore() {
        for (int i = 1; i <= 4; i++) {
            add(Ran.task(i).queued(20, 0).forMillis(5));
        }
        Finding finding = found(Checks.LONG_QUEUE_TIME);
        assertThat(finding.score()).isEqualTo(100);
        assertThat(finding.severity()).isEqualTo(Severity.PROBLEM);
    }

    @Test
    void longQueueTimesAreAddedUpAgainstRunningTimes() {
        add(Ran.task(1).queued(19, 0).forMillis(10));
        add(Ran.task(2).queued(20, 0).forMillis(10));
        add(Ran.task(3).queued(40, 0).forMillis(80));
        add(Ran.task(4).queued(30, 0));
        Finding finding = found(Checks.LONG_QUEUE_TIME);
        assertThat(finding.summary()).isEqualTo("Tasks spent 47 % of their time in queue waits of 20.0 ms or longer.");
        assertThat(finding.explanation())
                .isEqualTo("3 tasks waited that long for a thread; the longest wait, 40.0 ms, was that of submit · Shop"
                        + " in a LinkedBlockingQueue.");
        assertThat(finding.advice()).contains("add threads");
        assertThat(finding.score()).isEqualTo(59);
        assertThat(finding.severity()).isEqualTo(Severity.NOTE);
        assertThat(finding.evidence()).containsExactly(2L, 3L, 4L);
        assertThat(finding.count()).isEqualTo(3);
        assertThat(finding.unseen()).isEmpty();
    }

    @Test
    void whatIsCountedIsAllOfItNotOnlyTheEvidence() {
        for (int i = 1; i <= 1_500; i++) {
            add(Ran.task(i).queued(50, 40).on("nioEventLoopGroup-1-1#7").forMillis(100));
        }
        for (Check check : List.of(Checks.LONG_QUEUE_TIME, Checks.STARVED_POOL, Checks.BLOCKED_EVENT_LOOP)) {
            Finding finding = found(check);
            assertThat(finding.count()).isEqualTo(1_500);
            assertThat(finding.explanation()).startsWith("1,500 ");
            assertThat(finding.evidence())
                    .as("enough to look at")
                    .hasSize(1_000)
                    .startsWith(1L, 2L);
        }
    }

    @Test
    void onlyTasksOfTheApplicationCanWaitForAThread() {
        add(Ran.task(1).queued(50, 0).of("java.util.concurrent.FutureTask"));
        add(Ran.task(2).queued(50, 0).as("continuation"));
        add(Ran.task(3));
        add(Ran.task(4).queued(50, 0).below(3).as("thread"));
        add(Ran.task(5).queued(-1, 0));
        assertOk(Checks.LONG_QUEUE_TIME, "No task waited 20.0 ms or longer for a thread.");
        assertThat(found(Checks.LONG_QUEUE_TIME).unseen())
                .containsExactly("How long 1 task waited in a queue is unknown.");
    }

    @Test
    void aFindingSaysWhatTheRecordingCouldNotShow() {
        add(Ran.task(1).queued(20, 0));
        linker.unreadable("gone");
        linker.dropped(new EventSink.Dropped("sampled-out", 5, 1, 1_600));
        linker.dropped(new EventSink.Dropped("sampled-out", 6, 2, 1));
        Finding finding = found(Checks.LONG_QUEUE_TIME);
        assertThat(finding.unseen())
                .containsExactly(
                        "Part of the recording could not be read.", "At times only 1 in 1,600 requests was recorded.");
        assertThat(finding.explanation()).startsWith("1 task waited");
    }

    @Test
    void thePoolWhoseTasksFindTheLongestQueuesIsNamed() {
        for (int i = 1; i <= 50; i++) {
            add(Ran.task(i).queued(21, i <= 20 ? 10 : 9).on("web-" + i + "#" + i));
            add(Ran.task(100 + i).queued(i <= 30 ? 21 : 20, 10).on("db-1#200"));
            add(Ran.task(200 + i).queued(i < 50 ? 90 : -1, 99).on("small-1#201"));
            add(Ran.task(300 + i).queued(i <= 5 ? 90 : 0, 99).on("fine-1#202"));
            add(Ran.task(600 + i).queued(i <= 6 ? 90 : 0, 99).on("quick-1#203"));
            add(Ran.task(400 + i).queued(90, 99).on("#" + (300 + i)));
            add(Ran.task(500 + i).queued(90, 99).on(null));
        }
        Finding finding = found(Checks.STARVED_POOL);
        assertThat(finding.summary()).isEqualTo("60 % of the tasks run by 'db' found a long queue.");
        assertThat(finding.explanation())
                .isEqualTo(
                        "30 of 50 tasks had at least 10 others before them and waited longer than 20.0 ms; 1 other pool"
                                + " had too few threads as well.");
        assertThat(finding.evidence())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(101, 130).boxed().toList());
        assertThat(finding.count()).isEqualTo(30);
        assertThat(finding.score()).isEqualTo(60);
    }

    @Test
    void aPoolWithThreadsEnoughIsNotStarved() {
        for (int i = 1; i <= 50; i++) {
            add(Ran.task(i).queued(20, 50));
        }
        assertOk(Checks.STARVED_POOL, "No pool was short of threads.");
    }

    @Test
    void theLongestRunOnAnEventLoopIsNamed() {
        add(Ran.task(1).on("reactor-http-nio-1#5").forMillis(99));
        add(Ran.task(2).on("reactor-http-nio-1#5").forMillis(100));
        add(Ran.task(3).on("reactor-http-nio-2#6").forMillis(1_000).of("shop.Slow"));
        add(Ran.task(4).on("reactor-http-nio-3#7").forMillis(500));
        add(Ran.task(5).on("worker-1#8").forMillis(5_000));
        add(Ran.task(6).on("vert.x-eventloop-thread-0#9").forMillis(5_000).as("thread"));
        add(Ran.task(7).on(null).forMillis(5_000));
        Finding finding = found(Checks.BLOCKED_EVENT_LOOP);
        assertThat(finding.summary()).isEqualTo("submit · Slow held up an event loop for 1.00 s.");
        assertThat(finding.explanation())
                .isEqualTo(
                        "3 steps ran for 100 ms or longer on threads that look like event loops; the longest one ran on"
                                + " reactor-http-nio-2.");
        assertThat(finding.score()).as("25 and half of the rest").isEqualTo(63);
        assertThat(finding.evidence()).containsExactly(2L, 3L, 4L);
        assertThat(finding.unseen()).containsExactly("Which thread ran 1 long step is unknown.");
    }

    @Test
    void aLoopThatWorksForManyIsNoWorkOnItself() {
        add(Ran.task(1));
        linker.invocation(
                new ContextFacts(2, 1, 1, "task", "execute", SHOP),
                new EventSink.Run(1, 0, 900 * MILLI, "nioEventLoopGroup-1-1#7", null, -1, null),
                new EventSink.Schedule(0, null, 0, 0, null, -1));
        assertOk(Checks.BLOCKED_EVENT_LOOP, "No step ran for 100 ms or longer on an event loop.");
    }

    private void created(long id, String operation, @Nullable String taskClass, long millis) {
        linker.creation(new ContextFacts(id, 0, 0, "task", operation, taskClass), millis * MILLI, "t#1", null);
    }

    private void creationsAre(String creations) {
        linker.configuration(new EventSink.Configuration(1, 1, null, null, creations, null));
    }

    @Test
    void stepsThatNeverRanAreCountedAndTheOldestIsNamed() {
        add(Ran.task(1));
        creationsAre("all");
        created(2, "execute", SHOP, 4_000);
        created(3, "schedule", "shop.Old", 3_000);
        created(4, "execute", SHOP, 5_000);
        created(5, "execute", SHOP, 5_001);
        created(6, "FutureTask", SHOP, 1_000);
        created(7, "execute", "jdk.internal.Timer", 1_000);
        created(8, "execute", SHOP, 1_000);
        linker.release(new ContextFacts(8, 0, 0, "task", "execute", SHOP), 2_000 * MILLI, "cancelled");
        add(Ran.task(9));
        created(9, "execute", SHOP, 1_000);
        linker.release(new ContextFacts(10, 0, 0, "task", "execute", SHOP), 2_000 * MILLI, "removed");
        linker.callSite(new EventSink.CallSite("execute", SHOP, null, 5, 5, null));
        Finding finding = found(Checks.PENDING_WORK);
        assertThat(finding.summary()).isEqualTo("The recording ended with 3 scheduled steps that never ran.");
        assertThat(finding.explanation()).isEqualTo("The oldest step, schedule · Old, had been waiting for 7.00 s.");
        assertThat(finding.count()).isEqualTo(3);
        assertThat(finding.evidence()).containsExactly(2L, 3L, 4L);
        assertThat(finding.score()).isEqualTo(27);
        assertThat(finding.unseen()).isEmpty();
    }

    @Test
    void openRequestsAreNamedAndAllAreCounted() {
        for (int i = 1; i <= 5; i++) {
            linker.openRequest(new EventSink.OpenRequest(
                    i, "GET /" + i, 10_000 * MILLI, 1, "70 continuation thenApply shop.Shop", i == 2));
        }
        add(Ran.task(6).as("request"));
        linker.openRequest(new EventSink.OpenRequest(6, "GET /young", 20_000 * MILLI, 1, "71 task a b", false));
        linker.other("jdk.CPULoad", 14_999 * MILLI);
        created(8, "execute", SHOP, 1_000);
        linker.openRequest(new EventSink.OpenRequest(7, "GET /7", 14_999 * MILLI, 1, null, false));
        Finding finding = found(Checks.PENDING_WORK);
        assertThat(finding.summary())
                .isEqualTo("The recording ended with 7 unfinished requests and 1 scheduled step that never ran.");
        assertThat(finding.explanation())
                .isEqualTo(
                        "GET /1 waits for thenApply · Shop; GET /2 is abandoned: nothing can complete thenApply · Shop;"
                                + " GET /3 waits for thenApply · Shop; 4 more requests like that; the oldest step, execute · Shop,"
                                + " had been waiting for 19.0 s.");
        assertThat(finding.count()).isEqualTo(8);
        assertThat(finding.evidence()).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
        assertThat(finding.unseen())
                .containsExactly("Not every creation was recorded, so there may be more steps that never ran.");
    }

    @Test
    void requestsAreNamedUpToThree() {
        for (int i = 1; i <= 3; i++) {
            linker.openRequest(new EventSink.OpenRequest(i, "order " + i, 10_000 * MILLI, 2, null, false));
        }
        add(Ran.task(3).as("request"));
        linker.other("jdk.CPULoad", 15_000 * MILLI);
        Finding finding = found(Checks.PENDING_WORK);
        assertThat(finding.summary()).isEqualTo("The recording ended with 3 unfinished requests.");
        assertThat(finding.explanation())
                .as("the last one began five seconds before the end")
                .isEqualTo("order 1 waits for 2 steps; order 2 waits for 2 steps; submit waits for 2 steps.");
    }

    @Test
    void aYoungRequestIsNotPendingWork() {
        creationsAre("sampled");
        add(Ran.task(1).as("request"));
        linker.openRequest(new EventSink.OpenRequest(1, "GET /young", 14_999 * MILLI, 1, "71 task a b", false));
        assertOk(Checks.PENDING_WORK, "No request or scheduled step was left waiting.");
        assertThat(found(Checks.PENDING_WORK).unseen()).hasSize(1);
    }

    private void live(long... counts) {
        // a recording has them in any order
        for (int i = counts.length - 1; i >= 0; i--) {
            linker.statistics(new EventSink.Statistics(i, counts[i], 0, 0, 0));
        }
    }

    @Test
    void contextsThatPileUpInEveryQuarterAreALeak() {
        live(1_000, 2_000, 10_000, 20_000, 30_000, 40_000, 60_000, 51_000);
        Finding finding = found(Checks.CONTEXT_LEAK);
        assertThat(finding.summary()).isEqualTo("The number of live contexts grew by 50,000.");
        assertThat(finding.explanation())
                .isEqualTo("It grew in every quarter of the recording and stood at 51,000 at the end.");
        assertThat(finding.count()).isEqualTo(51_000);
        assertThat(finding.score()).isEqualTo(63);
    }

    @Test
    void contextsThatComeAndGoAreNoLeak() {
        live(50_000, 60_000, 20_000, 70_000, 20_000, 60_000, 70_000, 80_000);
        assertOk(Checks.CONTEXT_LEAK, "Contexts are released about as fast as they are created.");
    }

    @Test
    void aFewContextsAreNoLeak() {
        live(1, 2, 3, 4, 5, 6, 7, 9_999);
        assertOk(Checks.CONTEXT_LEAK, "Contexts are released about as fast as they are created.");
    }

    @Test
    void tenThousandThatGrewInEveryQuarterAreALeak() {
        live(1, 2, 3, 4, 5, 6, 7, 10_000);
        assertThat(found(Checks.CONTEXT_LEAK).severity()).isEqualTo(Severity.NOTE);
    }

    @Test
    void aQuarterInWhichNothingGrewIsNoLeak() {
        live(10_000, 10_000, 20_000, 20_000, 20_000, 20_000, 30_000, 30_000);
        assertOk(Checks.CONTEXT_LEAK, "Contexts are released about as fast as they are created.");
    }

    @Test
    void aShortRecordingCannotShowALeak() {
        live(1, 10_000, 20_000, 30_000, 40_000, 50_000, 60_000);
        Finding finding = found(Checks.CONTEXT_LEAK);
        assertThat(finding.severity()).isEqualTo(Severity.UNDETERMINED);
        assertThat(finding.severity().word()).isEqualTo("undetermined");
        assertThat(finding.summary()).isEqualTo("The recording is too short to show whether contexts pile up.");
    }

    @Test
    void aTaskThatKeepsReschedulingItselfIsNamedWithItsLength() {
        for (int i = 1; i <= 101; i++) {
            add(Ran.task(i).below(i - 1L));
        }
        add(Ran.task(200).below(101).of("shop.Other"));
        for (int i = 1; i <= 102; i++) {
            add(Ran.task(1_000 + i).below(i == 1 ? 0 : 999L + i).of("shop.Longer"));
            add(Ran.task(2_000 + i).below(i <= 2 ? 0 : 1_999L + i).of("shop.Later"));
        }
        Finding finding = found(Checks.SELF_RESCHEDULING);
        assertThat(finding.summary()).isEqualTo("submit · Longer keeps rescheduling itself: 102 in a row.");
        assertThat(finding.count()).isEqualTo(102);
        assertThat(finding.evidence()).hasSize(102).startsWith(1_102L, 1_101L).endsWith(1_001L);
        assertThat(finding.score()).isEqualTo(29);
        assertThat(finding.unseen()).isEmpty();
    }

    @Test
    void chainsThatAreShortOrOfSeveralKindsAreNoEndlessOnes() {
        for (int i = 1; i <= 100; i++) {
            add(Ran.task(i).below(i - 1L));
            add(Ran.task(1_000 + i).below(i == 1 ? 999 : 999L + i).of(null));
            add(Ran.task(2_000 + i).below(i == 1 ? 0 : 1_999L + i).as("request"));
            add(Ran.task(3_000 + i).below(i == 1 ? 100 : 2_999L + i).of(i % 2 == 0 ? SHOP : "shop.Other"));
        }
        assertOk(Checks.SELF_RESCHEDULING, "No task keeps rescheduling itself.");
        assertThat(found(Checks.SELF_RESCHEDULING).unseen())
                .containsExactly("Some parents are not in the recording, so chains may be longer.");
    }

    @Test
    void requestsThatStartTheNextOneAreNoChain() {
        for (int i = 1; i <= 150; i++) {
            add(Ran.task(i).below(i - 1L).as("request"));
        }
        assertOk(Checks.SELF_RESCHEDULING, "No task keeps rescheduling itself.");
    }

    private void chunks(long stream, int count, int heldCount, long heldBytes, long heldElements, long demand) {
        for (int i = 0; i < count; i++) {
            boolean held = i < heldCount;
            linker.streamBuffer(new EventSink.StreamBuffer(
                    stream,
                    "orders-" + stream,
                    stream * 10,
                    i,
                    i + 1,
                    100,
                    held ? heldBytes : Math.min(0, heldBytes),
                    held ? heldElements : Math.min(0, heldElements),
                    0,
                    demand));
        }
    }

    @Test
    void theStreamThatHoldsBackMostOftenIsNamed() {
        chunks(1, 20, 11, -1, 7, 0);
        chunks(2, 20, 15, 500, -1, -1);
        chunks(3, 20, 10, 500, 5, 0);
        chunks(4, 19, 19, 500, 5, 0);
        chunks(5, 20, 20, 500, 5, 1);
        chunks(6, 20, 20, -1, -1, 0);
        Finding finding = found(Checks.SLOW_STREAM_CONSUMER);
        assertThat(finding.summary())
                .isEqualTo("The consumer of 'orders-2' was slower than its producer 75 % of the time.");
        assertThat(finding.explanation())
                .isEqualTo(
                        "After 15 of 20 chunks the stream was holding data that nobody had asked for, up to 500 bytes;"
                                + " so was 1 other stream.");
        assertThat(finding.count()).isEqualTo(15);
        assertThat(finding.evidence()).containsExactly(20L);
        assertThat(finding.score()).isEqualTo(75);
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.unseen()).containsExactly("How much 1 stream held back is unknown.");
    }

    @Test
    void elementsAreNamedBeforeBytes() {
        chunks(1, 20, 20, 500, 1, 0);
        assertThat(found(Checks.SLOW_STREAM_CONSUMER).explanation()).contains("up to 1 element.");
    }

    @Test
    void aStreamThatIsAskedForMoreIsFine() {
        chunks(0, 20, 20, 500, 5, 1);
        assertOk(Checks.SLOW_STREAM_CONSUMER, "No stream held data back most of the time.");
    }

    @Test
    void aStreamThatHoldsNothingIsFine() {
        chunks(1, 20, 0, -1, 5, 0);
        chunks(2, 20, 0, 500, -1, 0);
        assertOk(Checks.SLOW_STREAM_CONSUMER, "No stream held data back most of the time.");
        assertThat(found(Checks.SLOW_STREAM_CONSUMER).unseen()).isEmpty();
    }

    @Test
    void aHeldChunkOutsideOfAnyContextIsCountedWithoutEvidence() {
        chunks(0, 20, 20, 500, 5, 0);
        Finding finding = found(Checks.SLOW_STREAM_CONSUMER);
        assertThat(finding.count()).isEqualTo(20);
        assertThat(finding.evidence()).isEmpty();
    }

    @Test
    void withoutStreamsTheirConsumersAreUnknown() {
        chunks(1, 20, 20, -1, -1, 0);
        assertThat(found(Checks.SLOW_STREAM_CONSUMER).severity()).isEqualTo(Severity.UNDETERMINED);
    }

    @Test
    void lostParentsAreCountedByWhatIsKnownOfThem() {
        add(Ran.task(1));
        add(Ran.task(2).below(1));
        add(Ran.task(3).below(77));
        add(Ran.task(4).below(78));
        add(Ran.task(5).below(-1));
        for (int i = 6; i <= 30; i++) {
            add(Ran.task(i));
        }
        Finding finding = found(Checks.LOST_LINKS);
        assertThat(finding.summary()).isEqualTo("3 of 30 contexts have lost their parent.");
        assertThat(finding.explanation())
                .isEqualTo(
                        "The recorder did not know the parent of 1, which came from threads or loops that work for many;"
                                + " the parents of 2 are not in the recording.");
        assertThat(finding.advice()).contains("maxsize");
        assertThat(finding.evidence()).containsExactly(3L, 4L, 5L);
        assertThat(finding.count()).isEqualTo(3);
        assertThat(finding.score()).isEqualTo(50);
    }

    @Test
    void whereTheRecorderDidNotKnowTheAdviceIsToHandOver() {
        add(Ran.task(1).below(-1));
        add(Ran.task(2).below(77));
        assertThat(found(Checks.LOST_LINKS).advice()).contains("Deferred.wrap");
    }

    @Test
    void aCycleIsNoLostLink() {
        add(Ran.task(1).below(2));
        add(Ran.task(2).below(1));
        assertOk(Checks.LOST_LINKS, "Every context's parent is in the recording.");
    }
}
