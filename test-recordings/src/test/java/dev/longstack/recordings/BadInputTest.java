package dev.longstack.recordings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longstack.analysis.Analysis;
import dev.longstack.analysis.link.Linker;
import dev.longstack.analysis.model.LinkIssue;
import dev.longstack.analysis.model.Model;
import dev.longstack.analysis.read.JfrReader;
import dev.longstack.analysis.read.RecordingException;
import dev.longstack.events.ContextInvocationEvent;
import dev.longstack.recordings.fuzz.Anatomy;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import jdk.jfr.Recording;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are no recordings, or were. */
@Timeout(value = 200, threadMode = ThreadMode.SEPARATE_THREAD)
class BadInputTest {
    private static final int EVENTS = 50;
    private static final int ALL = 3 * EVENTS;

    @TempDir
    private static Path folder;

    private static byte[] good = {};

    @BeforeAll
    static void recordChunks() throws Exception {
        Path file = folder.resolve("good.jfr");
        try (Recording recording = new Recording();
                Recording second = new Recording();
                Recording third = new Recording()) {
            recording.start();
            commit();
            // another recording makes a new chunk begin
            second.start();
            commit();
            third.start();
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
        assertThat(open(good).model().invocations().size()).isEqualTo(ALL);
    }

    @Test
    void anEmptyFileIsNamed() {
        assertThatThrownBy(() -> open(new byte[0]))
                .isInstanceOf(RecordingException.class)
                .hasMessageContaining("is empty");
    }

    @Test
    void aFolderWithoutARecordingIsNamed(@TempDir Path empty) {
        assertThatThrownBy(() -> Analysis.open(empty, count -> {}))
                .isInstanceOf(RecordingException.class)
                .hasMessageContaining("is a folder without a recording");
    }

    @Test
    void theRecordingsOfAFolderAreOne(@TempDir Path rotated) throws Exception {
        int second = (int) ByteBuffer.wrap(good).getLong(8);
        Files.write(rotated.resolve("1.jfr"), Arrays.copyOf(good, second));
        Path inner = Files.createDirectory(rotated.resolve("2026_11_24"));
        Files.write(inner.resolve("2.jfr"), Arrays.copyOfRange(good, second, good.length));
        Files.write(inner.resolve("both.jfr"), good);
        Files.writeString(inner.resolve("no-recording.jfr"), "a text");
        Model model = Analysis.open(rotated, count -> {}).model();
        assertThat(model.invocations().size()).as("each chunk is read once").isEqualTo(ALL);
        assertThat(model.rest().unreadable()).singleElement().asString().contains("no-recording.jfr");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aPipeIsNamedAndNeverWaitedFor() throws Exception {
        Path pipe = folder.resolve("pipe");
        new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
        assertThatThrownBy(() -> Analysis.open(pipe, count -> {}))
                .isInstanceOf(RecordingException.class)
                .hasMessageContaining("is no file but a pipe or a device");
    }

    @Test
    void aFileThatShrinksWhileItIsReadIsNamed() throws Exception {
        Path file = Files.write(folder.resolve("shrinking.jfr"), good);
        JfrReader reader = JfrReader.open(file);
        Files.write(file, Arrays.copyOf(good, good.length / 2));
        Linker linker = new Linker();
        try {
            reader.read(linker, null, count -> {});
            assertThat(linker.link().rest().unreadable()).isNotEmpty();
        } catch (RecordingException e) {
            assertThat(e).hasMessageContaining("nothing could be read");
        }
    }

    @Test
    void aChunkThatIsMissingBetweenOthersIsNamed() throws Exception {
        List<Integer> boundaries = Anatomy.of(good).boundaries();
        byte[] without = Arrays.copyOf(good, good.length - boundaries.get(2) + boundaries.get(1));
        System.arraycopy(good, boundaries.get(2), without, boundaries.get(1), good.length - boundaries.get(2));
        Model model = open(without).model();
        assertThat(model.rest().unreadable()).singleElement().asString().contains("a chunk is missing between them");
    }

    @Test
    void aRecordOfSizeZeroCostsOnlyWhatItHides() throws Exception {
        byte[] damaged = good.clone();
        int text = new String(good, StandardCharsets.ISO_8859_1).indexOf("\u0004work");
        int at = Anatomy.of(good).records().stream()
                .filter(record -> record < text)
                .reduce((before, last) -> last)
                .orElseThrow();
        damaged[at] = 0;
        Model model = open(damaged).model();
        assertThat(model.invocations().size()).isEqualTo(ALL - 1);
        assertThat(model.rest().unreadable()).singleElement().asString().contains("from offset " + at);
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
