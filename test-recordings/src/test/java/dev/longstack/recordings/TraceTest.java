package dev.longstack.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longstack.recordings.trace.ModelText;
import dev.longstack.recordings.trace.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TraceTest {
    private static final Path FOLDER = Path.of("src", "main", "resources", "traces");

    static List<Path> traces() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(each -> each.toString().endsWith(".trace"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("traces")
    void theModelSaysWhatTheStoryExpects(Path file) throws IOException {
        String text = Files.readString(file);
        Trace trace = Trace.of(text);
        String actual = ModelText.of(trace.link());
        if (Boolean.getBoolean("rewrite")) {
            Files.writeString(
                    file, text.substring(0, text.length() - trace.expected().length()) + actual);
            return;
        }
        assertThat(actual).as(file.getFileName().toString()).isEqualTo(trace.expected());
    }
}
