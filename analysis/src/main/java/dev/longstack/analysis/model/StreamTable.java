package dev.longstack.analysis.model;

import dev.longstack.analysis.source.EventSink.StreamBuffer;
import dev.longstack.analysis.table.IntColumn;
import dev.longstack.analysis.table.LongColumn;
import dev.longstack.analysis.table.Names;
import java.util.Objects;

/** One row per chunk that went through a probed stream, in the order of the recording. Sizes are bytes, -1 for unknown. */
public final class StreamTable {
    private final Names names;
    private final LongColumn ids = new LongColumn();
    private final IntColumn streams = new IntColumn();
    private final LongColumn contextIds = new LongColumn();
    private final LongColumn ends = new LongColumn();
    private final LongColumn chunks = new LongColumn();
    private final LongColumn heldBytes = new LongColumn();
    private final LongColumn heldElements = new LongColumn();
    private final LongColumn internals = new LongColumn();
    private final LongColumn demands = new LongColumn();

    StreamTable(Names names) {
        this.names = names;
    }

    void add(StreamBuffer buffer) {
        ids.add(buffer.streamId());
        streams.add(names.rowOf(buffer.stream()));
        contextIds.add(buffer.contextId());
        ends.add(buffer.endNanos());
        chunks.add(buffer.chunkBytes());
        heldBytes.add(buffer.heldBytes());
        heldElements.add(buffer.heldElements());
        internals.add(buffer.internalNanos());
        demands.add(buffer.demand());
    }

    public int size() {
        return ids.size();
    }

    public long streamId(int row) {
        return ids.get(row);
    }

    /** The stream's name. */
    public String stream(int row) {
        return Objects.requireNonNull(names.name(streams.get(row)));
    }

    /** The context that was current; 0 for none. */
    public long contextId(int row) {
        return contextIds.get(row);
    }

    /** When the chunk had gone through; nanoseconds since the epoch. */
    public long endNanos(int row) {
        return ends.get(row);
    }

    public long chunkBytes(int row) {
        return chunks.get(row);
    }

    /** What the stream held after the chunk. */
    public long heldBytes(int row) {
        return heldBytes.get(row);
    }

    /** What the stream held after the chunk; -1 for unknown. */
    public long heldElements(int row) {
        return heldElements.get(row);
    }

    /** What the stream itself spent on the chunk; {@link ContextTable#UNKNOWN} for unknown. */
    public long internalNanos(int row) {
        return internals.get(row);
    }

    /** How many chunks were asked for and not yet delivered; -1 for unknown. */
    public long demand(int row) {
        return demands.get(row);
    }
}
