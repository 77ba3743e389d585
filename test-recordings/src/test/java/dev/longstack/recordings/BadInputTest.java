package dev.longstack.recordings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longstack.analysis.Analysis;
import dev.longstack.analysis.model.LinkIssue;
import dev.longstack.analysis.read.RecordingException;
import dev.longstack.events.ContextInvocationEvent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import jdk.jfr.Recording;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are no recordings, or were. */
@Timeout(value = 200, threadMode = ThreadMode.SEPARATE_THREAD)
class BadInputTest {
    private static final int EVENTS = 50;

    @TempDir
    private static Path folder;

    private static byte[] good = {};

    @BeforeAll
    static void recordTwoChunks() throws Exception {
        Path file = folder.resolve("good.jfr");
        try (Recording recording = new Recording();
                Recording second = new Recording()) {
            recording.start();
            commit();
            // a second recording makes a new chunk begin
            second.start();
            commit();
            recording.stop();
            recording.dump(file);
        }
        good = Files.readAllBytes(file);
    }

    private static void commit() {
        for (long i = 0; i < EVENTS; i++) {
            ContextInvocationEvent event = new ContextInvocationEvent();
            event.begin();
            event.contextId = i + 1;
            event.invocation = 1;
            event.operation = "work";
            event.commit();
        }
    }

    private static Analysis open(byte[] bytes) throws Exception {
        Path file = Files.write(folder.resolve("bad.jfr"), bytes);
        return Analysis.open(file, count -> {});
    }

    @Test
    void theWholeFileIsRead() throws Exception {
        assertThat(open(good).model().invocations().size()).isEqualTo(2 * EVENTS);
    }

    @Test
    void anEmptyFileIsNamed() {
        assertThatThrownBy(() -> open(new byte[0]))
                .isInstanceOf(RecordingException.class)
                .hasMessageContaining("is empty");
    }

    @Test
    void aFolderIsNamed() {
        assertThatThrownBy(() -> Analysis.open(folder, count -> {}))
                .isInstanceOf(RecordingException.class)
                .hasMessageContaining("is a folder");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> Analysis.open(folder.resolve("none.jfr"), count -> {}))
                .isInstanceOf(RecordingException.class)
                .hasMessageContaining("does not exist");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PK\u0003\u0004 a zip that was renamed, long enough to have a header of sixty-eight bytes",
                "short"
            })
    void aForeignFileIsNamed(String content) {
        assertThatThrownBy(() -> open(content.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(RecordingException.class)
                .hasMessageContaining("no JDK Flight Recorder file");
    }

    @Test
    void cutAnywhereItIsReadAsFarAsItIsWhole() throws Exception {
        for (int length = 100; length < good.length; length += good.length / 23) {
            try {
                Analysis analysis = open(Arrays.copyOf(good, length));
                assertThat(analysis.model().rest().issues())
                        .as("cut at %d: the loss is told", length)
                        .containsKey(LinkIssue.TRUNCATED);
            } catch (RecordingException e) {
                assertThat(e).hasMessageContaining("offset");
            }
        }
    }

    @Test
    void aFirstChunkSurvivesTheLossOfTheSecond() throws Exception {
        Analysis analysis = open(Arrays.copyOf(good, good.length - 10));
        assertThat(analysis.model().invocations().size()).isGreaterThanOrEqualTo(EVENTS);
        assertThat(analysis.model().rest().unreadable().get(0)).contains("at offset");
    }

    @Test
    void damagedBytesNeverEndInAnythingButAnAnswerOrARecordingException() throws Exception {
        Random random = new Random(7);
        for (int round = 0; round < 100; round++) {
            byte[] damaged = good.clone();
            for (int i = 0; i < 3; i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(open(damaged).model()).isNotNull();
            } catch (RecordingException e) {
                assertThat(e.getMessage()).contains("offset");
            }
        }
    }
}
