package dev.longstack.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longstack.analysis.link.Linker;
import dev.longstack.analysis.model.ContextTable;
import dev.longstack.analysis.model.HintTable;
import dev.longstack.analysis.model.InvocationTable;
import dev.longstack.analysis.model.LinkIssue;
import dev.longstack.analysis.model.Model;
import dev.longstack.analysis.model.StreamTable;
import dev.longstack.analysis.model.TrackedTable;
import dev.longstack.analysis.model.WaitTable;
import dev.longstack.analysis.source.ContextFacts;
import dev.longstack.analysis.source.EventSink;
import dev.longstack.analysis.source.EventSink.Run;
import dev.longstack.analysis.source.EventSink.Schedule;
import dev.longstack.analysis.source.WaitKind;
import dev.longstack.events.EventNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What was told to the linker is what the model says. */
class ModelTest {
    private final Linker linker = new Linker();

    private static ContextFacts facts(long id, long parent, String operation) {
        return new ContextFacts(id, parent, parent > 0 ? 1 : 0, "task", operation, "shop.Shop");
    }

    private static Run run(int number, long from, long to) {
        return new Run(number, from, to, "w-1#7", null, 0, null);
    }

    private static Schedule schedule(long delay, long queue) {
        return new Schedule(0, "maker#3", delay, queue, null, 4);
    }

    @Test
    void aContextHasWhatItsEventsTell() {
        linker.creation(facts(5, 3, "submit"), 10, "main#1", "shop.Shop.buy:8");
        linker.release(facts(5, 3, "submit"), 40, "cancelled");
        linker.invocation(facts(3, 0, "execute"), run(1, 1, 50), schedule(0, 0));
        ContextTable contexts = linker.link().contexts();
        int row = contexts.rowOf(5);
        assertThat(contexts.size()).isEqualTo(2);
        assertThat(contexts.id(row)).isEqualTo(5);
        assertThat(contexts.parentId(row)).isEqualTo(3);
        assertThat(contexts.parentInvocation(row)).isEqualTo(1);
        assertThat(contexts.kind(row)).isEqualTo("task");
        assertThat(contexts.isRequest(row) || contexts.isPeriodic(row) || contexts.isThread(row))
                .isFalse();
        assertThat(contexts.operation(row)).isEqualTo("submit");
        assertThat(contexts.operationNamed(contexts.operationRow(row))).isEqualTo("submit");
        assertThat(contexts.operationRow(row)).isLessThan(contexts.operationRows());
        assertThat(contexts.taskClass(row)).isEqualTo("shop.Shop");
        assertThat(contexts.creationNanos(row)).isEqualTo(10);
        assertThat(contexts.creationThread(row)).isEqualTo("main#1");
        assertThat(contexts.ownStack(row)).isEqualTo("shop.Shop.buy:8");
        assertThat(contexts.releaseReason(row)).isEqualTo("cancelled");
        assertThat(contexts.releaseNanos(row)).isEqualTo(40);
        assertThat(contexts.rowOf(4)).as("nobody's").isEqualTo(ContextTable.NO_ROW);
        assertThat(contexts.rowOf(0)).isEqualTo(ContextTable.NO_ROW);
    }

    @Test
    void whatNoEventTellsIsUnknown() {
        linker.release(new ContextFacts(5, 0, 0, null, null, null), 40, "removed");
        ContextTable contexts = linker.link().contexts();
        assertThat(contexts.kind(0)).isEqualTo("unknown");
        assertThat(contexts.operation(0)).isEqualTo("unknown");
        assertThat(contexts.taskClass(0)).isNull();
        assertThat(contexts.creationNanos(0)).isEqualTo(ContextTable.UNKNOWN);
        assertThat(contexts.creationThread(0)).isNull();
        assertThat(contexts.ownStack(0)).isNull();
    }

    @Test
    void whatTheFirstEventDidNotTellALaterOneDoes() {
        linker.release(new ContextFacts(5, 0, 0, null, null, null), 40, "removed");
        linker.creation(new ContextFacts(5, 0, 0, "continuation", "thenApply", "shop.Shop"), 1, null, null);
        linker.creation(new ContextFacts(5, 0, 0, "request", "other", "shop.Other"), 1, null, null);
        ContextTable contexts = linker.link().contexts();
        assertThat(contexts.kind(0) + " " + contexts.operation(0) + " " + contexts.taskClass(0))
                .as("the first word stays")
                .isEqualTo("continuation thenApply shop.Shop");
    }

    @Test
    void aRunHasWhatItsEventTells() {
        linker.invocation(
                facts(5, 0, "submit"),
                new Run(2, 100, 130, "w-1#7", "java.io.IOException", 9, "GET /"),
                new Schedule(8, "maker#3", 20, 30, "LinkedBlockingQueue", 4));
        Model model = linker.link();
        InvocationTable runs = model.invocations();
        assertThat(runs.size()).isEqualTo(1);
        assertThat(runs.contextRow(0)).isZero();
        assertThat(runs.number(0)).isEqualTo(2);
        assertThat(runs.startNanos(0)).isEqualTo(100);
        assertThat(runs.endNanos(0)).isEqualTo(130);
        assertThat(runs.isEnded(0)).isTrue();
        assertThat(runs.thread(0)).isEqualTo("w-1#7");
        assertThat(runs.threadRow(0)).isPositive();
        assertThat(runs.failure(0)).isEqualTo("java.io.IOException");
        assertThat(runs.delayNanos(0)).isEqualTo(20);
        assertThat(runs.queueNanos(0)).isEqualTo(30);
        assertThat(runs.triggerId(0)).isEqualTo(8);
        assertThat(runs.requestId(0)).isEqualTo(9);
        assertThat(runs.queueType(0)).isEqualTo("LinkedBlockingQueue");
        assertThat(runs.queueLength(0)).isEqualTo(4);
        assertThat(model.contexts().creationNanos(0))
                .as("reckoned: its start less queue and delay")
                .isEqualTo(50);
        assertThat(model.contexts().creationThread(0)).isEqualTo("maker#3");
    }

    @Test
    void theKindOfATaskIsLeftOutOfItsRun() {
        linker.invocation(new ContextFacts(1, 0, 0, null, "a", null), run(1, 1, 2), schedule(0, 0));
        linker.active(new ContextFacts(2, 0, 0, null, "a", null), run(1, 1, 2));
        ContextTable contexts = linker.link().contexts();
        assertThat(contexts.kind(0)).isEqualTo("task");
        assertThat(contexts.kind(1)).as("what still runs does not tell").isEqualTo("unknown");
    }

    @Test
    void ofARunThatHasNotEndedTheLastWordCounts() {
        for (int word : new int[] {20, 40, 30}) {
            linker.active(facts(1, 0, "a"), new Run(1, 10, word, "at-" + word + "#1", null, 0, null));
        }
        linker.active(facts(2, 0, "a"), new Run(1, 10, 10, "w#2", null, 0, null));
        linker.other("jdk.CPULoad", 50);
        Model model = linker.link();
        InvocationTable runs = model.invocations();
        int run = model.run(model.contexts().rowOf(1), 0);
        assertThat(runs.size()).isEqualTo(2);
        assertThat(runs.thread(run)).isEqualTo("at-40#1");
        assertThat(runs.isEnded(run)).isFalse();
        assertThat(runs.endNanos(run)).as("it runs until the end").isEqualTo(50);
        assertThat(runs.delayNanos(run)).isEqualTo(ContextTable.UNKNOWN);
        assertThat(runs.queueNanos(run)).isEqualTo(ContextTable.UNKNOWN);
        assertThat(runs.triggerId(run)).isEqualTo(-1);
        assertThat(runs.queueType(run)).isNull();
        assertThat(runs.queueLength(run)).isEqualTo(-1);
        assertThat(model.contexts().creationNanos(model.contexts().rowOf(1))).isEqualTo(ContextTable.UNKNOWN);
        assertThat(model.contexts().creationThread(model.contexts().rowOf(1))).isNull();
        assertThat(model.rest().issues()).containsEntry(LinkIssue.RUNNING, 2L);
        assertThat(model.rest().eventCounts()).containsEntry(EventNames.ACTIVE_INVOCATION, 4L);
    }

    @Test
    void ofWhatWasLeftOutTheLargestCountAndTheLastSamplingAreKept() {
        linker.dropped(new EventSink.Dropped("sampled-out", 5, 10, 4));
        linker.dropped(new EventSink.Dropped("sampled-out", 9, 30, 8));
        linker.dropped(new EventSink.Dropped("sampled-out", 7, 20, 16));
        linker.dropped(new EventSink.Dropped("fork over budget", 1, 30, 2));
        Model.Rest rest = linker.link().rest();
        assertThat(rest.dropped()).containsEntry("sampled-out", 9L).containsEntry("fork over budget", 1L);
        assertThat(rest.sampling()).isEqualTo(new Model.Sampling(2, 16));
        assertThat(rest.issues()).containsEntry(LinkIssue.DROPPED, 10L);
        assertThat(rest.eventCounts()).containsEntry(EventNames.DROPPED, 4L);
    }

    @Test
    void eventsOfContextsAreCountedAndSpanTheRecording() {
        linker.creation(facts(1, 0, "a"), 10, null, null);
        linker.release(facts(1, 0, "a"), 90, "cancelled");
        Model.Rest rest = linker.link().rest();
        assertThat(rest.eventCounts())
                .containsEntry(EventNames.CONTEXT_CREATION, 1L)
                .containsEntry(EventNames.CONTEXT_RELEASE, 1L);
        assertThat(rest.startNanos()).isEqualTo(10);
        assertThat(rest.endNanos()).isEqualTo(90);
    }

    @Test
    void aQueuesLengthIsKnownOnlyOfAQueueThatIsNamed() {
        linker.invocation(facts(1, 0, "a"), run(1, 1, 2), schedule(0, 0));
        linker.invocation(facts(2, 0, "a"), run(1, 1, 2), new Schedule(0, null, 0, 0, "Queue", -7));
        InvocationTable runs = linker.link().invocations();
        assertThat(runs.queueLength(0)).isEqualTo(-1);
        assertThat(runs.queueLength(1)).isEqualTo(-1);
    }

    @Test
    void aCreationIsReckonedOnlyWhereBothItsTimesAreKnown() {
        linker.invocation(facts(1, 0, "a"), run(1, 100, 200), schedule(ContextTable.UNKNOWN, 5));
        linker.invocation(facts(2, 0, "a"), run(1, 100, 200), schedule(5, ContextTable.UNKNOWN));
        linker.creation(facts(3, 0, "a"), 7, "main#1", null);
        linker.invocation(facts(3, 0, "a"), run(1, 100, 200), schedule(5, 5));
        linker.invocation(facts(4, 0, "a"), run(1, 100, 200), schedule(5, 5));
        linker.invocation(facts(4, 0, "a"), run(2, 1_000, 2_000), schedule(5, 5));
        ContextTable contexts = linker.link().contexts();
        assertThat(contexts.creationNanos(0)).isEqualTo(ContextTable.UNKNOWN);
        assertThat(contexts.creationThread(0)).isEqualTo("maker#3");
        assertThat(contexts.creationNanos(1)).isEqualTo(ContextTable.UNKNOWN);
        assertThat(contexts.creationNanos(2)).as("its own event knows better").isEqualTo(7);
        assertThat(contexts.creationThread(2)).isEqualTo("main#1");
        assertThat(contexts.creationNanos(3)).as("by the first run").isEqualTo(90);
    }

    @Test
    void runsAreFoundByTheirNumbersWhateverIsMissing() {
        for (int number : new int[] {1, 2, 5, 4}) {
            linker.invocation(facts(1, 0, "a"), run(number, number, number + 1), schedule(0, 0));
        }
        Model model = linker.link();
        assertThat(model.runCount(0)).isEqualTo(4);
        for (int number : new int[] {1, 2, 5, 4}) {
            assertThat(model.invocations().number(model.runNumbered(0, number))).isEqualTo(number);
        }
        assertThat(model.runNumbered(0, 3)).isEqualTo(ContextTable.NO_ROW);
        assertThat(model.runNumbered(0, 0)).isEqualTo(ContextTable.NO_ROW);
        assertThat(model.runNumbered(0, -1)).isEqualTo(ContextTable.NO_ROW);
    }

    @Test
    void childrenAreFoundBelowTheirParents() {
        linker.invocation(facts(1, 0, "a"), run(1, 1, 9), schedule(0, 0));
        linker.invocation(facts(2, 1, "a"), run(1, 2, 3), schedule(0, 0));
        linker.invocation(facts(3, 1, "a"), run(1, 4, 5), schedule(0, 0));
        Model model = linker.link();
        assertThat(model.childCount(0)).isEqualTo(2);
        assertThat(List.of(model.child(0, 0), model.child(0, 1))).containsExactlyInAnyOrder(1, 2);
        assertThat(model.parentRow(1)).isZero();
        assertThat(model.parentRow(0)).isEqualTo(ContextTable.NO_ROW);
        assertThat(model.hasNoParent(0)).isTrue();
        assertThat(model.hasNoParent(1)).isFalse();
    }

    @Test
    void onlyWhatAConstructorAloneMadeIsAMarker() {
        linker.creation(facts(1, 0, Model.CONSTRUCTED), 1, null, null);
        linker.creation(facts(2, 0, "submit"), 1, null, null);
        linker.invocation(facts(3, 0, Model.CONSTRUCTED), run(1, 1, 2), schedule(0, 0));
        linker.release(facts(4, 0, Model.CONSTRUCTED), 1, "cancelled");
        Model model = linker.link();
        assertThat(model.isMarker(0)).isTrue();
        assertThat(model.isMarker(1) || model.isMarker(2) || model.isMarker(3)).isFalse();
    }

    @Test
    void whatTopsItsOwnTreeIsARequestPeriodicWorkOrSetApart() {
        linker.invocation(facts(1, 0, "a"), run(1, 1, 9), schedule(0, 0));
        for (String kind : List.of("task", "request", "periodic", "thread")) {
            linker.invocation(new ContextFacts(1 + kind.length(), 1, 1, kind, "a", null), run(1, 2, 3), schedule(0, 0));
        }
        Model model = linker.link();
        assertThat(model.topsItsOwnTree(0)).isFalse();
        assertThat(model.topsItsOwnTree(model.contexts().rowOf(5))).isFalse();
        assertThat(model.topsItsOwnTree(model.contexts().rowOf(8))).isTrue();
        assertThat(model.contexts().isRequest(model.contexts().rowOf(8))).isTrue();
        assertThat(model.topsItsOwnTree(model.contexts().rowOf(9))).isTrue();
        assertThat(model.contexts().isPeriodic(model.contexts().rowOf(9))).isTrue();
        assertThat(model.topsItsOwnTree(model.contexts().rowOf(7))).isTrue();
        assertThat(model.contexts().isThread(model.contexts().rowOf(7))).isTrue();
        assertThat(model.setApart().contains(model.contexts().rowOf(7))).isTrue();
        assertThat(model.setApart().size()).isEqualTo(1);
        assertThat(model.setApart().isEmpty()).isFalse();
    }

    @Test
    void hintsAreFoundByWhoGaveThem() {
        linker.invocation(facts(1, 0, "a"), run(1, 1, 9), schedule(0, 0));
        linker.invocation(facts(2, 0, "a"), run(1, 1, 9), schedule(0, 0));
        linker.hint(2, 5, "table", "orders");
        linker.hint(77, 6, "table", "nobody's");
        linker.hint(2, 7, "rows", null);
        Model model = linker.link();
        HintTable hints = model.hints();
        assertThat(hints.size()).isEqualTo(3);
        assertThat(hints.count(0)).isZero();
        assertThat(hints.count(1)).isEqualTo(2);
        int second = hints.of(1, 1);
        assertThat(hints.contextId(second)).isEqualTo(2);
        assertThat(hints.timeNanos(second)).isEqualTo(7);
        assertThat(hints.name(second)).isEqualTo("rows");
        assertThat(hints.details(second)).isNull();
        assertThat(hints.details(hints.of(1, 0))).isEqualTo("orders");
    }

    @Test
    void withoutHintsNobodyGaveAny() {
        linker.invocation(facts(1, 0, "a"), run(1, 1, 9), schedule(0, 0));
        assertThat(linker.link().hints().count(0)).isZero();
    }

    @Test
    void chunksOfStreamsAreKept() {
        linker.streamBuffer(new EventSink.StreamBuffer(7, "orders", 3, 10, 20, 100, 200, 4, 5, 6));
        Model model = linker.link();
        StreamTable streams = model.streams();
        assertThat(streams.size()).isEqualTo(1);
        assertThat(streams.streamId(0)).isEqualTo(7);
        assertThat(streams.stream(0)).isEqualTo("orders");
        assertThat(streams.contextId(0)).isEqualTo(3);
        assertThat(streams.endNanos(0)).isEqualTo(20);
        assertThat(streams.chunkBytes(0)).isEqualTo(100);
        assertThat(streams.heldBytes(0)).isEqualTo(200);
        assertThat(streams.heldElements(0)).isEqualTo(4);
        assertThat(streams.internalNanos(0)).isEqualTo(5);
        assertThat(streams.demand(0)).isEqualTo(6);
        assertThat(model.rest().startNanos()).isEqualTo(10);
    }

    @Test
    void trackedObjectsAreKept() {
        linker.trackedObject(new EventSink.TrackedObject(7, "java.io.FileInputStream", 3, "opened", 10));
        TrackedTable tracked = linker.link().tracked();
        assertThat(tracked.size()).isEqualTo(1);
        assertThat(tracked.objectId(0)).isEqualTo(7);
        assertThat(tracked.objectClass(0)).isEqualTo("java.io.FileInputStream");
        assertThat(tracked.contextId(0)).isEqualTo(3);
        assertThat(tracked.action(0)).isEqualTo("opened");
        assertThat(tracked.timeNanos(0)).isEqualTo(10);
    }

    @Test
    void timesThatCannotBeAreUnknown() {
        long latest = (1L << 62) - 1;
        long longest = 1L << 61;
        linker.invocation(facts(1, 0, "a"), run(1, 0, latest), schedule(longest, longest));
        linker.invocation(facts(2, 0, "a"), run(1, -1, 50), schedule(0, longest + 1));
        linker.invocation(facts(3, 0, "a"), run(1, 40, latest + 1), schedule(longest + 1, 7));
        linker.invocation(facts(4, 0, "a"), run(1, -1, -1), schedule(-longest - 1, 0));
        linker.creation(facts(5, 0, "a"), latest + 1, null, null);
        linker.release(facts(6, 0, "a"), -1, "cancelled");
        Model model = linker.link();
        InvocationTable runs = model.invocations();
        assertThat(runs.endNanos(0)).as("the latest that can be").isEqualTo(latest);
        assertThat(runs.queueNanos(0)).isEqualTo(longest);
        assertThat(List.of(runs.startNanos(1), runs.endNanos(1))).containsExactly(50L, 50L);
        assertThat(runs.queueNanos(1)).isEqualTo(ContextTable.UNKNOWN);
        assertThat(runs.delayNanos(1)).isZero();
        assertThat(List.of(runs.startNanos(2), runs.endNanos(2))).containsExactly(40L, 40L);
        assertThat(runs.delayNanos(2)).isEqualTo(ContextTable.UNKNOWN);
        assertThat(runs.queueNanos(2)).isEqualTo(7);
        assertThat(List.of(runs.startNanos(3), runs.endNanos(3))).containsExactly(0L, 0L);
        assertThat(model.contexts().creationNanos(4)).isEqualTo(ContextTable.UNKNOWN);
        assertThat(model.contexts().releaseNanos(5)).isEqualTo(ContextTable.UNKNOWN);
        assertThat(model.rest().issues()).containsEntry(LinkIssue.IMPOSSIBLE_TIME, 5L);
    }

    private void waits(String thread, long from, long to, @Nullable String subject, long address) {
        linker.waited(new EventSink.Wait(
                "jdk.ThreadPark", from, to, thread, subject, address, "holder#2", "shop.Shop.buy:8"));
    }

    @Test
    void aWaitHasWhatItsEventTells() {
        waits("w#1", 10, 25, "Lock", 99);
        waits("w#1", 30, 20, "Lock", 99);
        waits("w#1", 30, 40, "Lock", 98);
        waits("w#1", 30, 40, "Other", 99);
        Model model = linker.link();
        WaitTable waits = model.waits();
        assertThat(waits.size())
                .as("one that ended before it began is left out")
                .isEqualTo(3);
        assertThat(model.rest().issues()).containsEntry(LinkIssue.IMPOSSIBLE_TIME, 1L);
        assertThat(waits.kind(0)).isEqualTo(WaitKind.PARK);
        assertThat(waits.type(0)).isEqualTo("jdk.ThreadPark");
        assertThat(waits.startNanos(0)).isEqualTo(10);
        assertThat(waits.endNanos(0)).isEqualTo(25);
        assertThat(waits.durationNanos(0)).isEqualTo(15);
        assertThat(waits.thread(0)).isEqualTo("w#1");
        assertThat(waits.subject(0)).isEqualTo("Lock");
        assertThat(waits.holder(0)).isEqualTo("holder#2");
        assertThat(waits.stack(0)).isEqualTo("shop.Shop.buy:8");
        assertThat(waits.isSameSubject(0, 0)).isTrue();
        assertThat(waits.isSameSubject(0, 1)).as("another one of the class").isFalse();
        assertThat(waits.isSameSubject(0, 2)).isFalse();
    }

    private static List<Integer> touching(WaitTable waits, String thread, long from, long to) {
        List<Integer> rows = new ArrayList<>();
        waits.touching(waits.threadRow(thread), from, to, rows::add);
        return rows;
    }

    @Test
    void waitsOfAThreadAreFoundByTimeInWhateverOrderTheyCame() {
        waits("w#1", 50, 60, null, 0);
        waits("w#1", 10, 20, null, 0);
        waits("other#2", 10, 90, null, 0);
        waits("w#1", 30, 45, null, 0);
        WaitTable waits = linker.link().waits();
        assertThat(touching(waits, "w#1", 0, 100)).containsExactly(1, 3, 0);
        assertThat(touching(waits, "w#1", 20, 30)).as("both ends touch").containsExactly(1, 3);
        assertThat(touching(waits, "w#1", 21, 29)).isEmpty();
        assertThat(touching(waits, "w#1", 44, 49)).as("one that began before").containsExactly(3);
        assertThat(touching(waits, "w#1", 61, 99)).isEmpty();
        assertThat(touching(waits, "other#2", 89, 99)).containsExactly(2);
        assertThat(touching(waits, "nobody#9", 0, 100)).isEmpty();
    }

    @Test
    void theLastWaitWithinATimeIsWhole() {
        waits("w#1", 10, 20, null, 0);
        waits("w#1", 30, 45, null, 0);
        waits("w#1", 50, 60, null, 0);
        WaitTable waits = linker.link().waits();
        int thread = waits.threadRow("w#1");
        assertThat(waits.lastWithin(thread, 0, 60)).isEqualTo(2);
        assertThat(waits.lastWithin(thread, 0, 59)).isEqualTo(1);
        assertThat(waits.lastWithin(thread, 0, 45)).isEqualTo(1);
        assertThat(waits.lastWithin(thread, 30, 45)).isEqualTo(1);
        assertThat(waits.lastWithin(thread, 31, 49)).isEqualTo(ContextTable.NO_ROW);
        assertThat(waits.lastWithin(thread, 0, 19)).isEqualTo(ContextTable.NO_ROW);
        assertThat(waits.lastWithin(waits.threadRow("nobody#9"), 0, 99)).isEqualTo(ContextTable.NO_ROW);
    }

    @Test
    void theRestIsCountedByTypeAndSpansAllTimes() {
        linker.other("jdk.CPULoad", 500);
        linker.other("jdk.CPULoad", 20);
        linker.invocation(facts(1, 0, "a"), run(1, 30, 900), schedule(0, 0));
        linker.paused("jdk.GCPhasePause", 40, 60);
        linker.statistics(new EventSink.Statistics(50, 1, 2, 3, 4));
        linker.jvm(new EventSink.Jvm(12, "17", "shop.Main"), 25);
        linker.jvm(new EventSink.Jvm(12, "17", "shop.Main"), 26);
        linker.configuration(new EventSink.Configuration(1, 1, "0.1", "", "all", null));
        linker.hint(1, 31, "a", null);
        linker.waited(new EventSink.Wait("jdk.ThreadPark", 33, 34, "w#1", null, 0, null, null));
        linker.trackedObject(new EventSink.TrackedObject(7, null, 3, null, 35));
        linker.callSite(new EventSink.CallSite("a", null, null, 1, 1, null));
        Model.Rest rest = linker.link().rest();
        assertThat(rest.startNanos()).isEqualTo(20);
        assertThat(rest.endNanos()).isEqualTo(900);
        assertThat(rest.eventCounts())
                .containsEntry("jdk.CPULoad", 2L)
                .containsEntry(EventNames.CONTEXT_INVOCATION, 1L)
                .containsEntry("jdk.GCPhasePause", 1L)
                .containsEntry(EventNames.RUNTIME_STATISTICS, 1L)
                .containsEntry("jdk.JVMInformation", 2L)
                .containsEntry(EventNames.CONFIGURATION, 1L)
                .containsEntry(EventNames.HINT, 1L)
                .containsEntry("jdk.ThreadPark", 1L)
                .containsEntry(EventNames.TRACKED_OBJECT, 1L)
                .containsEntry(EventNames.CALL_SITE, 1L);
        assertThat(rest.statistics()).hasSize(1);
        assertThat(rest.jvms()).as("once each").hasSize(1);
        assertThat(rest.configurations()).hasSize(1);
        assertThat(rest.pauses().size()).isEqualTo(1);
    }

    @Test
    void ofACallSiteTheOneThatCountedMoreIsKept() {
        linker.callSite(new EventSink.CallSite("a", "shop.Shop", null, 5, 1, "old"));
        linker.callSite(new EventSink.CallSite("a", "shop.Shop", null, 9, 2, "new"));
        linker.callSite(new EventSink.CallSite("a", "shop.Shop", null, 7, 2, "between"));
        linker.callSite(new EventSink.CallSite("a", "shop.Shop", "b", 99, 2, "elsewhere"));
        linker.invocation(facts(1, 0, "a"), run(1, 1, 2), schedule(0, 0));
        linker.invocation(facts(2, 1, "c"), run(1, 1, 2), schedule(0, 0));
        Model model = linker.link();
        assertThat(Objects.requireNonNull(model.callSite(0)).stack()).isEqualTo("new");
        assertThat(model.callSite(1)).isNull();
    }

    @Test
    void ourEventsAreToldFromOthers() {
        linker.other("jdk.CPULoad", 1);
        assertThat(linker.link().hasLongstackEvents()).isFalse();
        linker.hint(1, 1, "a", null);
        assertThat(linker.link().hasLongstackEvents()).isTrue();
    }

    @Test
    void harmfulIssuesAreThoseThatMayMakeAnAnswerWrong() {
        assertThat(List.of(LinkIssue.values()).stream().filter(LinkIssue::isHarmful))
                .containsExactly(
                        LinkIssue.PARENT_MISSING,
                        LinkIssue.PARENT_UNKNOWN,
                        LinkIssue.INVOKED_AFTER_RELEASE,
                        LinkIssue.CLOCK_WENT_BACK,
                        LinkIssue.IMPOSSIBLE_TIME,
                        LinkIssue.TRUNCATED,
                        LinkIssue.NO_CONTEXT,
                        LinkIssue.SEVERAL_PROCESSES,
                        LinkIssue.CYCLE);
        for (LinkIssue issue : LinkIssue.values()) {
            assertThat(issue.title())
                    .isEqualTo(issue.title().toLowerCase(Locale.ROOT))
                    .isNotBlank();
            assertThat(issue.explanation()).as("a sentence").matches("[A-Z].+\\.");
            assertThat(issue.remedy()).as("a sentence").matches("[A-Z].+\\.");
        }
    }
}
