package dev.longstack.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longstack.events.EventNames;
import dev.longstack.recordings.ChildJvm.Ended;
import dev.longstack.recordings.participants.Handles;
import dev.longstack.recordings.participants.Participants;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Code that takes part, under the agent. */
@Timeout(value = 200, threadMode = ThreadMode.SEPARATE_THREAD)
class ParticipantsTest {
    @TempDir
    private Path folder;

    @Test
    void theApiReachesAllThatTheAgentLinksWithoutAnyRecording() throws Exception {
        allKept(ChildJvm.in(folder).agent("").run(Participants.class));
    }

    @Test
    void andWithOne() throws Exception {
        Path recording = folder.resolve("participants.jfr");
        allKept(ChildJvm.in(folder).agent("").recordTo(recording).run(Participants.class));
        assertThat(Recorded.in(recording).harmfulIssues()).isEmpty();
    }

    @Test
    void andWhereMostRequestsAreSampledOut() throws Exception {
        Path recording = folder.resolve("sampled.jfr");
        allKept(ChildJvm.in(folder).agent("sample=1/1000").recordTo(recording).run(Participants.class));
        assertThat(Recorded.in(recording).harmfulIssues()).isEmpty();
    }

    @Test
    void handlesTellWhoOpenedThemAndWhatBecameOfThem() throws Exception {
        Path recording = folder.resolve("handles.jfr");
        Ended ended =
                ChildJvm.in(folder).agent("handles=on").recordTo(recording).run(Handles.class, folder);
        assertThat(ended.out()).as(ended.err()).contains("read 116", "connected true", "zone closed it", "lost 116");
        assertThat(ended.err()).doesNotContain("swallowed", "could not be woven");
        Map<Long, String> requests = new HashMap<>();
        List<RecordedEvent> events = RecordingFile.readAllEvents(recording);
        for (RecordedEvent event : events) {
            if (event.getEventType().getName().equals(EventNames.CONTEXT_INVOCATION)) {
                requests.put(event.getLong("contextId"), event.getString("operation"));
            }
        }
        List<String> told = events.stream()
                .filter(event -> event.getEventType().getName().equals(EventNames.TRACKED_OBJECT))
                .filter(event -> requests.containsKey(event.getLong("contextId")))
                .map(event -> requests.get(event.getLong("contextId")) + " " + event.getString("action") + " "
                        + event.getClass("objectClass").getName())
                .toList();
        for (String type : List.of(
                "java.io.FileInputStream",
                "java.io.FileOutputStream",
                "java.io.RandomAccessFile",
                "sun.nio.ch.FileChannelImpl",
                "java.net.ServerSocket",
                "java.net.Socket",
                "sun.nio.ch.SocketChannelImpl")) {
            assertThat(told).contains("GET /closed opened " + type, "GET /closed closed " + type);
        }
        assertThat(told)
                .contains("GET /zone disposed java.io.FileInputStream", "GET /lost leaked java.io.FileInputStream");
        Ended off = ChildJvm.in(folder).agent("").recordTo(recording).run(Handles.class, folder);
        assertThat(off.out()).as("off unless asked for").contains("still open");
    }

    private static void allKept(Ended ended) {
        assertThat(ended.code()).as(ended.err() + ended.out()).isZero();
        assertThat(ended.out().lines().filter(line -> !line.startsWith("[")))
                .as("the rules, and %s", ended.err())
                .hasSizeGreaterThan(10)
                .allMatch(line -> line.startsWith("kept ") || line.contains("jfr"));
        assertThat(ended.err()).doesNotContain("swallowed", "could not be woven");
    }
}
