package dev.longstack.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longstack.analysis.Analysis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** What a JVM leaves that is killed while it records. */
@Timeout(value = 200, threadMode = ThreadMode.SEPARATE_THREAD)
class KilledJvmTest {
    private static final int METADATA_POSITION = 24;

    @TempDir
    private Path folder;

    @Test
    void theRepositoryOfAKilledJvmIsReadAsFarAsItIsWhole() throws Exception {
        Path repository = folder.resolve("repository");
        Process child = ChildJvm.in(folder)
                .agent("")
                .jvm(
                        "-XX:StartFlightRecording:filename=" + folder.resolve("never.jfr"),
                        "-XX:FlightRecorderOptions:repository=" + repository)
                .start(Endurance.class, "hops", 100_000_000);
        while (chunks(repository).noneMatch(KilledJvmTest::isFlushed)) {
            assertThat(child.isAlive()).isTrue();
            Thread.onSpinWait();
        }
        child.destroyForcibly().waitFor();
        Recorded recorded = new Recorded(Analysis.open(repository, count -> {}));
        assertThat(recorded.model().hasLongstackEvents()).isTrue();
        assertThat(recorded.model().rest().unreadable())
                .singleElement()
                .asString()
                .contains("was not finished");
    }

    private static Stream<Path> chunks(Path repository) throws IOException {
        if (!Files.exists(repository)) {
            return Stream.of();
        }
        try (Stream<Path> files = Files.walk(repository)) {
            List<Path> chunks =
                    files.filter(each -> each.toString().endsWith(".jfr")).toList();
            return chunks.stream();
        }
    }

    /** Whether the JVM has described its events. */
    private static boolean isFlushed(Path chunk) {
        try {
            byte[] bytes = Files.readAllBytes(chunk);
            return bytes.length > METADATA_POSITION + Long.BYTES
                    && ByteBuffer.wrap(bytes).getLong(METADATA_POSITION) != 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
