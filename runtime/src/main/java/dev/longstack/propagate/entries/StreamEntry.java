package dev.longstack.propagate.entries;

import static java.util.Map.entry;

import dev.longstack.events.StreamBufferEvent;
import dev.longstack.record.Faults;
import dev.longstack.record.Recorder;
import dev.longstack.record.ThreadState;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the public API's stream probes call; as {@link ApiEntry}. */
public final class StreamEntry {
    private static final StreamBufferEvent EVENT = new StreamBufferEvent();
    private static final AtomicLong NEXT_ID = new AtomicLong(1);

    private StreamEntry() {}

    /** By their names. */
    public static Map<String, Object> functions() {
        return Map.ofEntries(entry("begin", Guarded.supplier(StreamEntry::begin)), entry("open", (Function<
                        String, BiConsumer<@Nullable Object, long[]>>)
                StreamEntry::open));
    }

    /** A probed stream of this name: what is told of each chunk's end. */
    private static BiConsumer<@Nullable Object, long[]> open(String stream) {
        long streamId = NEXT_ID.getAndIncrement();
        return (begun, numbers) -> end(begun, streamId, stream, numbers);
    }

    /** A chunk of what runs here begins to be operated on: what {@link #end} is given. Null where nobody wants it. */
    private static @Nullable Object begin() {
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

    /**
     * It has been operated on. The numbers are the chunk's size and what is held, in bytes and in elements, the time in the
     * stream's own code in nanoseconds, and the demand; -1 for unknown.
     */
    private static void end(@Nullable Object begun, long streamId, String stream, long[] numbers) {
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
            event.chunkSize = numbers[0];
            event.heldSize = numbers[1];
            event.heldElements = numbers[2];
            event.internalTime = numbers[3];
            event.demand = numbers[4];
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
