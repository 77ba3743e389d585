package dev.longstack.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * One call of the benchmarks.
 *
 * @param quick whether few and short rounds are enough
 * @param only what of a suite is asked for, such as services; all where it is empty
 * @param folder for recordings and other files; goes with the session
 */
record Session(boolean quick, List<String> only, Path folder) implements AutoCloseable {
    static Session open(boolean quick, List<String> only) throws IOException {
        return new Session(quick, only, Files.createTempDirectory("longstack-benchmarks"));
    }

    /** One pass over all variants. */
    interface Round {
        void run() throws Exception;
    }

    /** Variants alternate from round to round, so that a slow minute of the machine hits all of them. */
    void repeat(int rounds, Round round) throws Exception {
        for (int i = 1; i <= rounds; i++) {
            System.err.println("  round " + i + " of " + rounds);
            round.run();
        }
    }

    int either(int ifQuick, int otherwise) {
        return quick ? ifQuick : otherwise;
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(Session::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
