package dev.longstack.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longstack.recordings.ChildJvm.Ended;
import dev.longstack.recordings.participants.Participants;
import java.nio.file.Path;
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

    private static void allKept(Ended ended) {
        assertThat(ended.code()).as(ended.err() + ended.out()).isZero();
        assertThat(ended.out().lines().filter(line -> !line.startsWith("[")))
                .as("the rules, and %s", ended.err())
                .hasSizeGreaterThan(10)
                .allMatch(line -> line.startsWith("kept ") || line.contains("jfr"));
        assertThat(ended.err()).doesNotContain("swallowed", "could not be woven");
    }
}
