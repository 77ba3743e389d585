package dev.longstack.analysis.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder of recordings: rotated files, or a JVM's repository, whose folders have the time of its start as their name. */
final class Folder {
    private static final int DEPTH = 2;

    private Folder() {}

    /** In the order of their names, which is that of time. */
    static List<Path> recordings(Path folder) throws RecordingException {
        try (Stream<Path> files = Files.walk(folder, DEPTH)) {
            return files.filter(each -> each.toString().endsWith(".jfr") && !Files.isDirectory(each))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new RecordingException(folder, 0, "can't be read (" + e + "); check its permissions");
        }
    }
}
