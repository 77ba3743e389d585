package dev.longstack.propagate.entries;

import dev.longstack.events.StreamBufferEvent;
import dev.longstack.record.Faults;
import dev.longstack.record.Recorder;
import dev.longstack.record.ThreadState;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What the public API's stream probes call; as {@link ApiEntry}. */
public final class StreamEntry {
    private static final StreamBufferEvent EVENT = new StreamBufferEvent();
    private static final AtomicLong NEXT_ID = new AtomicLong(1);

    private StreamEntry() {}

    /** An id for a probed stream, unique in this JVM. */
    public static long nextId() {
        return NEXT_ID.getAndIncrement();
    }

    /** A chunk of what runs here begins to be operated on: what {@link #end} is given. Null where nobody wants it. */
    public static @Nullable Object begin() {
        if (!EVENT.isEnabled()) {
            return null;
        }
        ThreadState state = ThreadState.currentOrNull();
        if (state != null && !state.isWritten()) {
            return null;
        }
        StreamBufferEvent event = new StreamBufferEvent();
        event.contextId = state == null ? 0 : state.contextId();
        event.begin();
        return event;
    }

    /** It has been operated on. Sizes in bytes, -1 for unknown; internalNanos is the time in the stream's own code. */
    public static void end(
            @Nullable Object begun,
            long streamId,
            String stream,
            long chunkSize,
            long heldSize,
            long heldElements,
            long internalNanos,
            long demand) {
        try {
            if (!(begun instanceof StreamBufferEvent event)) {
                return;
            }
            event.end();
            if (!event.shouldCommit()) {
                return;
            }
            event.streamId = streamId;
            event.stream = stream;
            event.chunkSize = chunkSize;
            event.heldSize = heldSize;
            event.heldElements = heldElements;
            event.internalTime = internalNanos;
            event.demand = demand;
            event.commit();
            ThreadState state = ThreadState.currentOrNull();
            if (state != null) {
                Recorder.committed(state);
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }
}
