package dev.longstack.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Keeps the server on one core and its clients on another, where the machine has two and {@code taskset}. */
final class Cores {
    static final String SERVER = "0";
    static final String CLIENTS = "1";
    static final String ALL = "0,1";

    private static final boolean PINNED = Runtime.getRuntime().availableProcessors() > 1 && hasTaskset();

    private Cores() {}

    private static boolean hasTaskset() {
        try {
            return new ProcessBuilder("taskset", "-c", CLIENTS, "true").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** For a table's title. */
    static String said() {
        return PINNED ? "server and clients on a core each" : "server and clients share the cores";
    }

    static List<String> on(String cores, List<String> command) {
        List<String> words = new ArrayList<>();
        if (PINNED) {
            words.addAll(List.of("taskset", "-c", cores));
        }
        words.addAll(command);
        return words;
    }

    /** With all its threads; those to come follow the one that starts them. */
    static void move(Process process, String cores) {
        if (!PINNED) {
            return;
        }
        try {
            new ProcessBuilder("taskset", "-a", "-p", "-c", cores, Long.toString(process.pid()))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
