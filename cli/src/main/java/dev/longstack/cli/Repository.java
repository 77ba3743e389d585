package dev.longstack.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The chunks that a JVM writes while it records, and leaves behind when it is killed: together they are a recording. */
record Repository(Path folder) {
    /** The newest one of a process; null for none. */
    static @Nullable Repository of(long pid, List<String> command) throws IOException {
        try (Stream<Path> folders = Files.list(temporaryFolder(command))) {
            return folders.filter(each -> each.getFileName().toString().matches("\\d{4}(_\\d\\d){5}_" + pid))
                    .sorted()
                    .reduce((earlier, later) -> later)
                    .map(Repository::new)
                    .orElse(null);
        }
    }

    private static Path temporaryFolder(List<String> command) {
        String option = "-Djava.io.tmpdir=";
        return Path.of(command.stream()
                .filter(each -> each.startsWith(option))
                .map(each -> each.substring(option.length()))
                .reduce(System.getProperty("java.io.tmpdir"), (earlier, later) -> later));
    }

    /** Puts the chunks together. */
    void copyTo(Path recording) throws IOException {
        try (OutputStream out = Files.newOutputStream(recording);
                Stream<Path> files = Files.list(folder)) {
            List<Path> chunks = files.filter(each -> each.toString().endsWith(".jfr"))
                    .sorted()
                    .toList();
            for (Path chunk : chunks) {
                Files.copy(chunk, out);
            }
        }
    }
}
