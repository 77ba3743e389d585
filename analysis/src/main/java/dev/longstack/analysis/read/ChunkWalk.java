package dev.longstack.analysis.read;

import dev.longstack.analysis.read.RecordTypes.RecordType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/*
 * 1. Metadata is taken from where the header says, else from wherever there is some.
 * 2. Each record is gone over: its size, its type, and its values, which must end where it does.
 * 3. From where there is no record, the next place is looked for at which several follow each other.
 * 4. What is between is covered by a record that the JDK skips; header and chain of checkpoints are put right.
 */
/** Walks the records of a chunk before the JDK reads it: counts them, finds what does not add up, makes the rest readable. */
final class ChunkWalk {
    private static final long NOWHERE = RecordView.NOWHERE;
    /** So many sound records in a row are no accident. */
    private static final int ROW = 4;

    private final Chunks.Chunk chunk;
    private final long length;
    private final RecordView view;
    private final Faults faults;
    private final List<Patch> patches = new ArrayList<>();
    private final List<Checkpoint> checkpoints = new ArrayList<>();
    private long lastMetadata = NOWHERE;
    private long end = ChunkHeader.LENGTH;

    private ChunkWalk(Window window, Chunks.Chunk chunk) {
        this.chunk = chunk;
        this.length = window.length();
        this.view = new RecordView(window);
        this.faults = new Faults(chunk);
    }

    static Walked over(Window window, Chunks.Chunk chunk) throws IOException {
        ChunkHeader header = chunk.header();
        long metadata = header.metadata();
        Metadata found = new ChunkWalk(window, chunk).metadata(metadata);
        if (found == null) {
            metadata = new ChunkWalk(window, chunk).searchMetadata();
            found = metadata == NOWHERE ? null : new ChunkWalk(window, chunk).metadata(metadata);
        }
        if (found == null) {
            return Walked.ofNothing(chunk);
        }
        ChunkWalk walk = new ChunkWalk(window, chunk);
        Walked walked = walk.walk(found, metadata);
        if (header.isFinished() || walk.lastMetadata <= metadata) {
            return walked;
        }
        // the JVM had described more types than its header knew of
        Metadata last = new ChunkWalk(window, chunk).metadata(walk.lastMetadata);
        return last == null ? walked : new ChunkWalk(window, chunk).walk(last, walk.lastMetadata);
    }

    private @Nullable Metadata metadata(long at) throws IOException {
        return at >= ChunkHeader.LENGTH && at < length && view.end(at) != NOWHERE ? view.metadata() : null;
    }

    private long searchMetadata() throws IOException {
        long last = NOWHERE;
        for (long at = ChunkHeader.LENGTH; at < length; at++) {
            if (metadata(at) != null) {
                last = at;
            }
        }
        return last;
    }

    private Walked walk(Metadata metadata, long metadataPosition) throws IOException {
        RecordTypes types = new RecordTypes(metadata);
        long at = end;
        while (at < length && !(at == chunk.claimedLength() && !isRow(at, types))) {
            long next = view.end(at);
            if (next != NOWHERE && view.isSound(types)) {
                take(at);
            } else {
                next = recover(at, next, types);
            }
            at = next == NOWHERE ? length : next;
            end = next == NOWHERE ? end : next;
        }
        if (at < length) {
            faults.add("is followed by " + (length - at) + " bytes that belong to no chunk");
        }
        new HeaderCheck(chunk, faults, patches).check(metadataPosition, checkpoints, end);
        Map<String, Long> held = types.held();
        checkOwnTypes(metadata, held);
        return new Walked(held, faults.sentences(), patches, end);
    }

    private void checkOwnTypes(Metadata metadata, Map<String, Long> held) {
        for (Metadata.Type type : metadata.types().values()) {
            String fault = type.isEvent() && held.containsKey(type.name()) ? OwnTypes.fault(type) : null;
            if (fault != null) {
                faults.add(fault);
            }
        }
    }

    private void take(long at) {
        RecordType event = view.event();
        Checkpoint checkpoint = view.checkpoint();
        if (event != null) {
            event.count();
        } else if (checkpoint != null) {
            checkpoints.add(checkpoint);
        } else {
            lastMetadata = at;
        }
    }

    /** Where the next sound record after the one at the position is. */
    private long recover(long at, long claimedEnd, RecordTypes types) throws IOException {
        long type = view.type();
        if (claimedEnd != NOWHERE && isRow(claimedEnd, types)) {
            if (type == Checkpoint.TYPE_ID) {
                faults.add("has constants that do not add up, at offset " + (chunk.start() + at)
                        + "; names, classes or stacks are missing");
            } else {
                types.countBad(type);
            }
            patches.addAll(Patch.cover(at, claimedEnd));
            return claimedEnd;
        }
        long next = at + 2;
        while (next < length && !isRow(next, types)) {
            next++;
        }
        boolean isLost = next >= length;
        long to = isLost ? length : next;
        faults.add((to - at) + " bytes from offset " + (chunk.start() + at) + " on are no whole records");
        if (isLost) {
            return NOWHERE;
        }
        patches.addAll(Patch.cover(at, next));
        return next;
    }

    private boolean isRow(long from, RecordTypes types) throws IOException {
        long at = from;
        for (int n = 0; n < ROW && at != length; n++) {
            long next = view.end(at);
            if (next == NOWHERE || !view.isSound(types)) {
                return false;
            }
            at = next;
        }
        return from < length;
    }
}
