package dev.longstack.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Keeps the server on one core and its clients on another, where the machine has two and {@code taskset}. */
final class Cores {
    private static final boolean PINNED = Runtime.getRuntime().availableProcessors() > 1 && hasTaskset();

    private Cores() {}

    private static boolean hasTaskset() {
        try {
            return new ProcessBuilder("taskset", "-c", "0", "true").start().waitFor() == 0;
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

    static List<String> on(int core, List<String> command) {
        List<String> words = new ArrayList<>();
        if (PINNED) {
            words.addAll(List.of("taskset", "-c", Integer.toString(core)));
        }
        words.addAll(command);
        return words;
    }
}
