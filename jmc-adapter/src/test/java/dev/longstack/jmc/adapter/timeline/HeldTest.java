package dev.longstack.jmc.adapter.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longstack.analysis.model.WaitTable;
import dev.longstack.analysis.source.WaitKind;
import dev.longstack.analysis.tree.Filter;
import dev.longstack.events.ContextInvocationEvent;
import dev.longstack.events.StreamBufferEvent;
import dev.longstack.jmc.adapter.items.Open;
import dev.longstack.jmc.adapter.items.OpenRecording;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import jdk.jfr.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeldTest {
    private static final long PARK_NANOS = 60_000_000;
    private static final int CHUNKS = 10;

    @TempDir
    private Path folder;

    /** A run that parks, while a stream holds more and more and the garbage is collected. */
    private OpenRecording recorded() throws Exception {
        Path file = folder.resolve("surroundings.jfr");
        try (Recording recording = new Recording()) {
            recording.enable("jdk.ThreadPark").withThreshold(Duration.ZERO).withoutStackTrace();
            recording.enable("jdk.GCPhasePause");
            recording.start();
            ContextInvocationEvent run = new ContextInvocationEvent();
            run.begin();
            run.contextId = 1;
            run.invocation = 1;
            run.kind = "request";
            run.operation = "GET /streams";
            for (int chunk = 1; chunk <= CHUNKS; chunk++) {
                StreamBufferEvent event = new StreamBufferEvent();
                event.begin();
                event.streamId = 1;
                event.contextId = 1;
                event.heldSize = chunk * 1_000L;
                event.heldElements = -1;
                event.commit();
                Thread.sleep(5);
            }
            System.gc();
            long until = System.nanoTime() + PARK_NANOS;
            while (System.nanoTime() < until) {
                LockSupport.parkNanos(until - System.nanoTime());
            }
            run.commit();
            recording.stop();
            recording.dump(file);
        }
        return Open.file(file);
    }

    @Test
    void waitsPausesAndWhatStreamsHoldAreSeen() throws Exception {
        OpenRecording recording = recorded();
        Timeline timeline =
                Timeline.of(recording.analysis(), recording.requests().ranked(Filter.ALL), LaneBy.THREAD);
        WaitTable waits = recording.model().waits();
        AtomicInteger parks = new AtomicInteger();
        waits.touching(
                waits.threadRow(timeline.lane(0)),
                timeline.fromNanos(),
                timeline.toNanos(),
                wait -> parks.incrementAndGet());
        assertThat(parks.get()).as("parks of the run's thread").isPositive();
        assertThat(recording.model().rest().pauses().size())
                .as("pauses of the collection")
                .isPositive();

        Picture picture = Objects.requireNonNull(new PictureMaker(timeline, List.of(), Set.of(WaitKind.PARK))
                .of(Viewport.all(timeline, 1000, 5), () -> false));
        assertThat(Objects.requireNonNull(picture.waits().get(WaitKind.PARK)).size())
                .isPositive();
        assertThat(picture.pauses().size()).isPositive();
        int[] heights = IntStream.range(0, picture.held().size())
                .map(picture.held()::value)
                .toArray();
        assertThat(heights)
                .as("more and more is held, up to the most")
                .isSorted()
                .contains(100, 500, 1000);
        assertThat(picture.held().x(heights.length - 1))
                .as("and held to the end")
                .isEqualTo(999);
    }
}
