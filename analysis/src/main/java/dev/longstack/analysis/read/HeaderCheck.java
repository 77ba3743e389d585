package dev.longstack.analysis.read;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds a chunk's header and its chain of checkpoints against its records, and puts right what is wrong. */
final class HeaderCheck {
    private final Chunks.Chunk chunk;
    private final ChunkHeader header;
    private final Faults faults;
    private final List<Patch> patches;

    HeaderCheck(Chunks.Chunk chunk, Faults faults, List<Patch> patches) {
        this.chunk = chunk;
        this.header = chunk.header();
        this.faults = faults;
        this.patches = patches;
    }

    /** Against where its metadata, its checkpoints and its end really are. */
    void check(long metadata, List<Checkpoint> checkpoints, long end) {
        if (!header.hasMagic() || !header.hasKnownVersion()) {
            faults.add("has a damaged header: it says version " + header.version());
            patches.add(new Patch(ChunkHeader.MAGIC_POSITION, ChunkHeader.BEGIN.clone()));
        }
        if (!header.hasClock()) {
            faults.add("has a damaged header: times of its events are wrong");
        }
        checkEnd(end);
        if (metadata != header.metadata()) {
            faultOfFinished("has its metadata at offset " + (chunk.start() + metadata) + ", not where its header says");
            patches.add(Patch.header(ChunkHeader.METADATA_POSITION, metadata));
        }
        long last = checkChain(checkpoints);
        if (last != header.constants()) {
            faultOfFinished(
                    "has its last constants at offset " + (chunk.start() + last) + ", not where its header says");
            patches.add(Patch.header(ChunkHeader.CONSTANTS_POSITION, last));
        }
    }

    /** What an unfinished chunk's header says is what was true at the last flush. */
    private void faultOfFinished(String what) {
        if (header.isFinished()) {
            faults.add(what);
        }
    }

    private void checkEnd(long end) {
        if (!header.isFinished()) {
            faults.add("was not finished: the JVM was killed or still writes it; what it had written was read");
            patches.add(new Patch(ChunkHeader.STATE_POSITION, new byte[1]));
        } else if (end != header.size()) {
            faults.add("should have " + header.size() + " bytes; its whole records have " + end);
        }
        if (end != header.size()) {
            patches.add(Patch.header(ChunkHeader.SIZE_POSITION, end));
        }
    }

    private long checkChain(List<Checkpoint> checkpoints) {
        long previous = 0;
        boolean isBroken = false;
        for (Checkpoint checkpoint : checkpoints) {
            long delta = previous == 0 ? 0 : previous - checkpoint.position();
            if (delta != checkpoint.delta()) {
                isBroken = true;
                @Nullable Patch patch = Patch.number(checkpoint.deltaPosition(), delta, checkpoint.deltaLength());
                if (patch != null) {
                    patches.add(patch);
                }
            }
            previous = checkpoint.position();
        }
        if (isBroken) {
            faults.add("has constants that do not lead to each other");
        }
        return previous;
    }
}
