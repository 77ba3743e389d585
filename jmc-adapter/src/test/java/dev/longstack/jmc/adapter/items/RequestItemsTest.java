package dev.longstack.jmc.adapter.items;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longstack.analysis.tree.Filter;
import dev.longstack.analysis.tree.Request;
import dev.longstack.events.ContextInvocationEvent;
import dev.longstack.events.ContextKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import jdk.jfr.Recording;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.item.IItemIterable;

class RequestItemsTest {
    private static final long PARK_NANOS = 3_000_000;

    @TempDir
    private Path folder;

    private OpenRecording recording;
    private Request first;

    /** Two requests one after the other on this thread, each with a sleep, and one between them. */
    @BeforeEach
    void record() throws Exception {
        Path file = folder.resolve("two.jfr");
        try (Recording made = new Recording()) {
            made.enable("jdk.ThreadPark").withThreshold(Duration.ZERO);
            made.enable("jdk.ThreadSleep").withThreshold(Duration.ZERO);
            made.start();
            request(1);
            sleep();
            request(2);
            made.stop();
            made.dump(file);
        }
        recording = Open.file(file);
        first = recording.requests().ranked(Filter.ALL).stream()
                .filter(each -> each.contextId() == 1)
                .findFirst()
                .orElseThrow();
    }

    private static void request(long id) throws InterruptedException {
        ContextInvocationEvent event = new ContextInvocationEvent();
        event.begin();
        event.contextId = id;
        event.invocation = 1;
        event.kind = ContextKind.REQUEST.word();
        event.operation = "GET /" + id;
        sleep();
        event.commit();
    }

    private static void sleep() throws InterruptedException {
        Thread.sleep(1);
        LockSupport.parkNanos(PARK_NANOS);
    }

    private static Map<String, Long> counts(IItemCollection items) {
        Map<String, Long> counts = new TreeMap<>();
        for (IItemIterable ofType : items) {
            counts.merge(ofType.getType().getIdentifier(), ofType.getItemCount(), Long::sum);
        }
        counts.keySet().retainAll(List.of("longstack.ContextInvocation", "jdk.ThreadSleep", "jdk.ThreadPark"));
        return counts;
    }

    @Test
    void aRequestHasItsOwnEventsAndAllOnItsThreadsWhileTheyRanIt() {
        RequestItems items = Objects.requireNonNull(RequestItems.ofRequests(recording, List.of(first), () -> false));
        assertThat(counts(items.all()))
                .as("not those of the other request, nor those between the two")
                .containsEntry("longstack.ContextInvocation", 1L)
                .containsEntry("jdk.ThreadSleep", 1L)
                .containsEntry("jdk.ThreadPark", 1L);
        assertThat(counts(items.explaining())).isEqualTo(counts(items.all()));
    }

    @Test
    void aStepHasThemToo() {
        RequestItems items =
                Objects.requireNonNull(RequestItems.ofContexts(recording, List.of(first.row()), () -> false));
        assertThat(counts(items.all())).containsEntry("jdk.ThreadSleep", 1L);
    }

    @Test
    void aThreadHasWhatWentOnInATime() {
        int run = recording.model().run(first.row(), 0);
        String thread = Objects.requireNonNull(recording.model().invocations().thread(run));
        long end = recording.model().invocations().endNanos(run);
        RequestItems whole =
                Objects.requireNonNull(RequestItems.ofThread(recording, thread, 0, Long.MAX_VALUE, () -> false));
        assertThat(counts(whole.all()))
                .containsEntry("jdk.ThreadSleep", 3L)
                .doesNotContainKey("longstack.ContextInvocation");
        RequestItems instant = Objects.requireNonNull(
                RequestItems.ofThread(recording, thread, end - PARK_NANOS / 2, end, () -> false));
        assertThat(counts(instant.all()))
                .as("what had begun before and had not ended")
                .isEqualTo(Map.of("jdk.ThreadPark", 1L));
        assertThat(counts(Objects.requireNonNull(
                                RequestItems.ofThread(recording, "nobody#0", 0, Long.MAX_VALUE, () -> false))
                        .all()))
                .isEmpty();
    }

    @Test
    void cancelledWorkGivesNothing() {
        assertThat(RequestItems.ofRequests(recording, List.of(first), () -> true))
                .isNull();
        assertThat(RequestItems.ofContexts(recording, List.of(first.row()), () -> true))
                .isNull();
    }

    @Test
    void stacksThatBeginInTheRecorderExplainNothing() throws Exception {
        OpenRecording hops = Open.hops(25);
        RequestItems items = Objects.requireNonNull(
                RequestItems.ofRequests(hops, hops.requests().ranked(Filter.ALL), () -> false));
        assertThat(countOf(items.all(), "longstack.ContextCreation")).isPositive();
        assertThat(countOf(items.explaining(), "longstack.ContextCreation")).isZero();
        assertThat(countOf(items.explaining(), "longstack.ContextInvocation")).isPositive();
    }

    private static long countOf(IItemCollection items, String type) {
        long count = 0;
        for (IItemIterable ofType : items) {
            count += ofType.getType().getIdentifier().equals(type) ? ofType.getItemCount() : 0;
        }
        return count;
    }
}
