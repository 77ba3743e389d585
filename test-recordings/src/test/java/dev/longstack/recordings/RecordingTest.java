package dev.longstack.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longstack.analysis.Analysis;
import dev.longstack.recordings.trace.ModelText;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Recordings of JVMs, read by this one: {@code -Drewrite=true} writes the expected text anew. */
class RecordingTest {
    private static final Path FOLDER = Path.of("src", "main", "resources", "recordings");

    @ParameterizedTest
    @ValueSource(strings = {"hops-17", "hops-25"})
    void theModelOfARealRecordingStaysTheSame(String name) throws Exception {
        Analysis analysis = Analysis.open(FOLDER.resolve(name + ".jfr"), count -> {});
        String actual = ModelText.of(analysis.model());
        Path expected = FOLDER.resolve(name + ".txt");
        if (Boolean.getBoolean("rewrite")) {
            Files.writeString(expected, actual);
        }
        assertThat(actual).as(name).isEqualTo(Files.readString(expected));
    }
}
