package dev.longstack.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longstack.analysis.Analysis;
import dev.longstack.analysis.link.Linker;
import dev.longstack.analysis.model.ContextTable;
import dev.longstack.analysis.source.ContextFacts;
import dev.longstack.analysis.source.EventSink;
import dev.longstack.analysis.source.EventSink.Run;
import dev.longstack.analysis.source.EventSink.Schedule;
import dev.longstack.analysis.tree.CriticalPath.Segment;
import dev.longstack.analysis.tree.Filter;
import dev.longstack.analysis.tree.OperationTotals;
import dev.longstack.analysis.tree.Request;
import dev.longstack.analysis.tree.Requests;
import dev.longstack.analysis.tree.RunTimes;
import dev.longstack.analysis.tree.Standing;
import dev.longstack.analysis.tree.Waits;
import dev.longstack.analysis.tree.Waits.Holder;
import dev.longstack.analysis.tree.Waits.Wait;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Requests, what they are asked for by, and what their threads waited for. */
class RequestsTest {
    private final Linker linker = new Linker();

    private void add(long id, long parent, String kind, String operation, @Nullable String thread, long from, long to) {
        add(id, parent, kind, operation, thread, from, to, null);
    }

    private void add(
            long id,
            long parent,
            String kind,
            String operation,
            @Nullable String thread,
            long from,
            long to,
            @Nullable String failure) {
        linker.invocation(
                new ContextFacts(id, parent, parent > 0 ? 1 : 0, kind, operation, null),
                new Run(1, from, to, thread, failure, 0, null),
                new Schedule(0, null, 0, 3, null, -1));
    }

    private void waits(String thread, long from, long to, @Nullable String subject) {
        linker.waited(new EventSink.Wait("jdk.ThreadPark", from, to, thread, subject, 0, null, "shop.Shop.buy:8"));
    }

    private Analysis analysis() {
        return Analysis.of(linker.link());
    }

    private void threeRequests() {
        linker.other("jdk.CPULoad", 50);
        add(1, 0, "request", "GET /orders", "web-1#1", 100, 150);
        add(2, 0, "request", "GET /stock", "web-2#2", 200, 290);
        add(3, 0, "request", "POST /orders", "web-1#1", 300, 310);
        add(4, 3, "task", "submit", "pool-1#3", 310, 320);
    }

    private List<Long> ids(Filter filter) {
        return analysis().requests().ranked(filter).stream()
                .map(Request::contextId)
                .toList();
    }

    @Test
    void requestsAreRankedByTheirDurations() {
        threeRequests();
        assertThat(ids(Filter.ALL)).containsExactly(2L, 1L, 3L);
        Requests requests = analysis().requests();
        assertThat(requests.count()).isEqualTo(3);
        assertThat(requests.areRoots()).isFalse();
        Request last = requests.ranked(Filter.ALL).get(2);
        assertThat(last.durationNanos()).as("until its last step ended").isEqualTo(20);
        assertThat(last.startNanos()).isEqualTo(300);
        assertThat(last.hops()).isEqualTo(1);
        assertThat(last.threads()).isEqualTo(2);
        assertThat(last.openHops()).isZero();
        assertThat(last.isAbandoned()).isFalse();
    }

    @Test
    void aFilterLetsThroughWhatFitsAllThatItSays() {
        threeRequests();
        assertThat(ids(new Filter("*orders", null, 0, 0, 0))).containsExactly(1L, 3L);
        assertThat(ids(new Filter("get /?tock", null, 0, 0, 0))).containsExactly(2L);
        assertThat(ids(new Filter("orders", null, 0, 0, 0))).isEmpty();
        assertThat(ids(new Filter(null, "pool-*", 0, 0, 0))).containsExactly(3L);
        assertThat(ids(new Filter(null, "web-1", 0, 0, 0))).containsExactly(1L, 3L);
        assertThat(ids(new Filter(null, null, 150, 0, 0))).containsExactly(2L, 3L);
        assertThat(ids(new Filter(null, null, 151, 0, 0))).containsExactly(3L);
        assertThat(ids(new Filter(null, null, 0, 150, 0))).containsExactly(2L, 1L);
        assertThat(ids(new Filter(null, null, 0, 149, 0))).containsExactly(1L);
        assertThat(ids(new Filter(null, null, 0, 0, 50))).containsExactly(2L, 1L);
        assertThat(ids(new Filter(null, null, 0, 0, 51))).containsExactly(2L);
        assertThat(ids(new Filter("GET *", "web-1", 0, 0, 50))).containsExactly(1L);
    }

    @Test
    void theCriticalPathIsAsLongAsTheRequest() {
        threeRequests();
        Analysis analysis = analysis();
        Request last = analysis.requests().ranked(Filter.ALL).get(2);
        assertThat(analysis.criticalPath(last).stream().mapToLong(Segment::nanos))
                .containsExactly(7L, 3L, 10L);
    }

    @Test
    void withoutRequestsTheRootsAreOffered() {
        add(1, 0, "task", "execute", "w#1", 0, 9);
        add(2, 1, "task", "submit", "w#1", 0, 5);
        Requests requests = analysis().requests();
        assertThat(requests.areRoots()).isTrue();
        assertThat(requests.count()).isZero();
        assertThat(ids(Filter.ALL)).containsExactly(1L);
        assertThat(requests.top(1)).isZero();
        assertThat(requests.of(1).contextId()).isEqualTo(2);
    }

    @Test
    void stepsAreInTheOrderOfTheirCreationAndRequestsAreNone() {
        add(1, 0, "request", "GET /", "w#1", 0, 9);
        add(9, 1, "task", "submit", "w#1", 0, 5);
        add(4, 1, "task", "submit", "w#1", 0, 5);
        add(5, 1, "request", "GET /other", "w#1", 0, 5);
        Analysis analysis = analysis();
        assertThat(analysis.requests().steps(0, false))
                .extracting(row -> analysis.model().contexts().id(row))
                .containsExactly(4L, 9L);
        assertThat(analysis.requests().standing(1)).isEqualTo(Standing.PART);
        assertThat(analysis.requests().standing(0)).isEqualTo(Standing.PART);
        assertThat(analysis.requests().standing(3)).isEqualTo(Standing.OWN);
        assertThat(analysis.requests().remark(1)).isNull();
        assertThat(analysis.requests().top(3)).isEqualTo(3);
    }

    @Test
    void stepsOfTheJdkAreShownWhereTheyLeadToOthers() {
        String jdk = "java.util.concurrent.FutureTask";
        linker.creation(new ContextFacts(1, 0, 0, "request", "GET /", null), 0, null, null);
        linker.creation(new ContextFacts(2, 1, 1, "task", "alone", jdk), 0, null, null);
        linker.creation(new ContextFacts(3, 1, 1, "task", "leads", jdk), 0, null, null);
        linker.creation(new ContextFacts(4, 3, 1, "task", "user's", "shop.Shop"), 0, null, null);
        Requests requests = analysis().requests();
        assertThat(requests.steps(0, false)).containsExactly(2);
        assertThat(requests.steps(0, true)).containsExactly(1, 2);
    }

    @Test
    void totalsAreAddedUpByOperation() {
        add(1, 0, "task", "short", "a#1", 100, 110);
        add(2, 0, "task", "long", "b#2", 100, 200, "java.io.IOException");
        add(3, 0, "task", "long", "c#3", 300, 340);
        waits("b#2", 150, 160, null);
        linker.creation(new ContextFacts(4, 0, 0, "task", "long", null), 1, null, null);
        linker.invocation(
                new ContextFacts(5, 0, 0, "task", "short", null),
                new Run(1, 100, 101, "d#4", null, 0, null),
                new Schedule(0, null, 0, ContextTable.UNKNOWN, null, -1));
        linker.invocation(
                new ContextFacts(6, 0, 0, "task", "short", null),
                new Run(1, 100, 101, "e#5", null, 0, null),
                new Schedule(0, null, 0, 7, null, -1));
        assertThat(OperationTotals.of(linker.link()))
                .containsExactly(
                        new OperationTotals("long", 3, 2, 1, 130, 10, 6, 3),
                        new OperationTotals("short", 3, 3, 0, 12, 0, 10, 7));
    }

    @Test
    void whatARunWaitedIsCountedOnceAndOnlyInsideOfIt() {
        add(1, 0, "task", "a", "w#1", 100, 200);
        waits("w#1", 90, 110, null);
        waits("w#1", 105, 120, null);
        waits("w#1", 150, 160, null);
        waits("w#1", 190, 220, null);
        waits("other#2", 100, 200, null);
        Analysis analysis = analysis();
        assertThat(RunTimes.waitedNanos(analysis.model(), 0)).isEqualTo(40);
        assertThat(RunTimes.nanos(analysis.model().invocations(), 0)).isEqualTo(100);
    }

    private static List<Long> durations(Analysis analysis, List<Wait> waits) {
        return waits.stream()
                .map(wait -> analysis.model().waits().durationNanos(wait.row()))
                .toList();
    }

    @Test
    void theLongestWaitsOfARequestAreThoseOfItsThreadsInItsRuns() {
        add(1, 0, "request", "GET /", "w#1", 100, 200);
        add(2, 1, "task", "submit", "v#2", 120, 180);
        waits("w#1", 110, 115, "Lock");
        waits("w#1", 120, 150, "java.util.concurrent.FutureTask");
        waits("v#2", 130, 140, "Lock");
        waits("v#2", 150, 151, "Lock");
        waits("v#2", 190, 199, "Lock");
        waits("other#3", 100, 200, "Lock");
        Analysis analysis = analysis();
        Request request = analysis.requests().ranked(Filter.ALL).get(0);
        List<Wait> longest = analysis.longestWaits(request, 2);
        assertThat(durations(analysis, longest)).containsExactly(30L, 10L);
        assertThat(longest.get(1).run()).as("in the step's run").isEqualTo(1);
        assertThat(durations(analysis, analysis.longestWaits(request, 9))).containsExactly(30L, 10L, 5L, 1L);
        Wait telling = Waits.telling(analysis.model(), longest);
        assertThat(telling).as("no wait for another step's result").isEqualTo(longest.get(1));
        assertThat(Waits.telling(analysis.model(), longest.subList(0, 1))).isEqualTo(longest.get(0));
        assertThat(Waits.telling(analysis.model(), List.of())).isNull();
        assertThat(analysis.waits().stack(longest.get(1).row()).boundaries())
                .as("the wait's frames, then the step, then the request")
                .hasSize(2);
        assertThat(analysis.waits().runOf(5)).isEqualTo(ContextTable.NO_ROW);
    }

    @Test
    void holdersAreNamedFromWhenTheyAreKnownToHaveHadIt() {
        held("a#1", 200, 800, "b#2");
        held("b#2", 300, 500, "c#3");
        add(1, 0, "task", "hold", "b#2", 100, 900);
        assertThat(analysis().waits().holders(0))
                .containsExactly(
                        new Holder("b#2", 500, 0), new Holder("c#3", ContextTable.UNKNOWN, ContextTable.NO_ROW));
    }

    private void held(String thread, long from, long to, String holder) {
        linker.waited(new EventSink.Wait("jdk.JavaMonitorEnter", from, to, thread, "Ledger", 7, holder, null));
    }

    @Test
    void onlyParksForFuturesAreWaitsForResults() {
        waits("w#1", 0, 1, "java.util.concurrent.FutureTask");
        waits("w#1", 0, 1, "java.util.concurrent.CompletableFuture$Signaller");
        waits("w#1", 0, 1, null);
        waits("w#1", 0, 1, "Lock");
        linker.waited(new EventSink.Wait(
                "jdk.JavaMonitorEnter", 0, 1, "w#1", "java.util.concurrent.FutureTask", 0, null, null));
        Analysis analysis = analysis();
        assertThat(List.of(0, 1, 2, 3, 4))
                .extracting(row -> Waits.isForResult(analysis.model().waits(), row))
                .containsExactly(true, true, false, false, false);
    }

    @Test
    void requestsThatNothingLaterContradictsAreUnfinished() {
        add(3, 0, "request", "GET /ended", "w#1", 0, 50);
        add(2, 0, "request", "GET /open", "w#1", 0, 9);
        linker.openRequest(new EventSink.OpenRequest(3, "GET /ended", 40, 1, "9 task submit shop.Shop", false));
        linker.openRequest(new EventSink.OpenRequest(2, "GET /told", 40, 2, "9 task submit shop.Shop", true));
        linker.openRequest(new EventSink.OpenRequest(1, null, 40, 1, null, false));
        Analysis analysis = analysis();
        assertThat(analysis.requests().unfinished())
                .extracting(each ->
                        each.requestId() + " " + each.name() + " " + each.open().hops())
                .containsExactly("1 unknown 1", "2 GET /told 2");
        Request open = analysis.requests().of(analysis.model().contexts().rowOf(2));
        assertThat(open.openHops()).isEqualTo(2);
        assertThat(open.isAbandoned()).isTrue();
    }
}
