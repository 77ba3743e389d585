package dev.longstack.analysis.read;

import java.util.ArrayList;
import java.util.List;

/** Where a chunk is missing: in the recording of a JVM each begins in the very nanosecond in which the one before it ends. */
final class Gaps {
    private static final double NANOS_A_MILLISECOND = 1_000_000;

    private Gaps() {}

    /** What is missing between chunks in the order of time, as sentences. */
    static List<String> between(List<Chunks.Chunk> chunks) {
        List<String> gaps = new ArrayList<>();
        for (int n = 1; n < chunks.size(); n++) {
            ChunkHeader before = chunks.get(n - 1).header();
            Chunks.Chunk next = chunks.get(n);
            long gap = next.header().startNanos() - before.endNanos();
            if (gap > 0 && before.isFinished()) {
                gaps.add(
                        next.name() + " begins " + gap / NANOS_A_MILLISECOND
                                + " ms after the one before it ends: a chunk is missing between them, or recordings were joined");
            }
        }
        return gaps;
    }
}
