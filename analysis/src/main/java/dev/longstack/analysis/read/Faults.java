package dev.longstack.analysis.read;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with a chunk, as sentences: the first few, and how many more. */
final class Faults {
    private static final int MOST = 5;

    private final Chunks.Chunk chunk;
    private final List<String> sentences = new ArrayList<>();
    private int more;

    Faults(Chunks.Chunk chunk) {
        this.chunk = chunk;
    }

    void add(String what) {
        if (sentences.size() < MOST) {
            sentences.add(chunk.name() + " " + what);
        } else {
            more++;
        }
    }

    List<String> sentences() {
        List<String> all = new ArrayList<>(sentences);
        if (more > 0) {
            all.add(chunk.name() + " has " + more + " more faults");
        }
        return all;
    }
}
