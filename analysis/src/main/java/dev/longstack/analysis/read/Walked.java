package dev.longstack.analysis.read;

import java.util.List;
import java.util.Map;

/**
 * What a walk over a chunk's records found.
 *
 * @param held how many events of each type there are, by its name: whole ones, and those whose values do not add up
 * @param faults what is wrong, as sentences
 * @param patches what makes all that is whole readable
 * @param end where the last whole record ends, from the chunk's begin on
 */
record Walked(Map<String, Long> held, List<String> faults, List<Patch> patches, long end) {
    /** Without metadata nothing can be read. */
    static Walked ofNothing(Chunks.Chunk chunk) {
        String what = chunk.name() + " (" + chunk.length() + " bytes) has no metadata that could be read";
        return new Walked(Map.of(), List.of(what), List.of(), 0);
    }

    boolean isReadable() {
        return end > 0;
    }
}
