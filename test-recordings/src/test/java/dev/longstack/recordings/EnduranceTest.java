package dev.longstack.recordings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.longstack.events.EventNames;
import dev.longstack.recordings.ChildJvm.Ended;
import dev.longstack.recordings.participants.Leaks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many hops in a heap without room for a leak; {@code -Dendurance.factor=20} for as much as a busy hour has. */
@Timeout(value = 900, threadMode = ThreadMode.SEPARATE_THREAD)
class EnduranceTest {
    private static final int FACTOR = Integer.getInteger("endurance.factor", 1);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "virtual, 50000, ''",
        "virtual, 50000, budget=0",
        "hops, 1500000, ''",
        "hops, 1500000, budget=0",
        "rescheduling, 150000, ''"
    })
    void nothingHangsAndNothingIsLeft(String scenario, long count, String options) throws Exception {
        assumeTrue(VirtualThreads.areThere() || !scenario.equals("virtual"), "virtual threads came with JDK 21");
        Path recording = folder.resolve("endurance.jfr");
        Ended ended = ChildJvm.in(folder)
                .agent(options)
                .jvm("-Xmx96m", "-XX:StartFlightRecording:maxsize=50m,filename=" + recording)
                .run(Endurance.class, scenario, count * FACTOR);
        assertThat(ended.out()).as(ended.err()).contains("done 0");
        RecordedEvent statistics = lastStatistics(recording);
        assertThat(statistics.getLong("createdContexts")).isPositive();
        assertThat(statistics.getLong("liveContexts")).isZero();
        assertThat(statistics.getLong("sideTableSize")).isZero();
        assertThat(statistics.getLong("internalErrors")).isZero();
    }

    /** Of every kind that there is, through a heap of 64 MB; with a factor of 50, a hundred million. */
    @ParameterizedTest
    @CsvSource({"100000, false", "100000, true"})
    void contextsMadeByHandLeaveNothing(long rounds, boolean recorded) throws Exception {
        Path recording = folder.resolve("leaks.jfr");
        ChildJvm child = ChildJvm.in(folder).jvm("-Xmx64m");
        if (recorded) {
            child.jvm("-XX:StartFlightRecording:maxsize=50m,filename=" + recording);
        }
        long all = rounds * FACTOR;
        Ended ended = child.run(Leaks.class, all);
        assertThat(ended.out())
                .as("what is not resolved stands above a cut of the endless chain; and %s", ended.err())
                .contains("created " + (20 * all + 1) + ", not released 0, still chained " + (all / 65_537) * 65_537);
        if (recorded) {
            assertThat(lastStatistics(recording).getLong("internalErrors")).isZero();
        }
    }

    private static RecordedEvent lastStatistics(Path recording) throws IOException {
        return RecordingFile.readAllEvents(recording).stream()
                .filter(event -> event.getEventType().getName().equals(EventNames.RUNTIME_STATISTICS))
                .max(Comparator.comparing(RecordedEvent::getStartTime))
                .orElseThrow();
    }
}
