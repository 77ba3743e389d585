package dev.longstack.stream;

import dev.longstack.seam.Entry;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One probed stream, as the recording knows it: its id and its name. Any thread. */
final class Meter {
    static final long UNKNOWN = -1;

    private static final Entry ENTRY = Entry.named("StreamEntry");
    private static final MethodHandle NEXT_ID = ENTRY.find("nextId", long.class);
    private static final MethodHandle BEGIN = ENTRY.find("begin", Object.class);
    private static final MethodHandle END = ENTRY.find(
            "end",
            void.class,
            Object.class,
            long.class,
            String.class,
            long.class,
            long.class,
            long.class,
            long.class,
            long.class);

    private final String name;
    private final long id;

    Meter(String name) {
        this.name = name;
        try {
            this.id = (long) NEXT_ID.invokeExact();
        } catch (Throwable e) {
            throw Entry.rethrow(e);
        }
    }

    /** A chunk begins to be operated on; null where nobody wants to know. */
    @Nullable
    Object begin() {
        try {
            return (Object) BEGIN.invokeExact();
        } catch (Throwable e) {
            throw Entry.rethrow(e);
        }
    }

    /** It has been operated on; null does nothing. */
    void end(@Nullable Object begun, Chunk chunk) {
        if (begun == null) {
            return;
        }
        try {
            END.invokeExact(
                    begun,
                    id,
                    name,
                    chunk.sizeBytes,
                    chunk.heldBytes,
                    chunk.heldElements,
                    chunk.internalNanos,
                    chunk.demand);
        } catch (Throwable e) {
            throw Entry.rethrow(e);
        }
    }

    /** What a recording tells of a chunk; sizes are {@link #UNKNOWN} where they are. */
    record Chunk(long sizeBytes, long heldBytes, long heldElements, long internalNanos, long demand) {}

    /** The bytes of an element that holds bytes; {@link #UNKNOWN} for any other. */
    static long sizeBytes(@Nullable Object element) {
        if (element instanceof byte[] bytes) {
            return bytes.length;
        } else if (element instanceof ByteBuffer buffer) {
            return buffer.remaining();
        } else if (element instanceof List<?> list && !list.isEmpty()) {
            long sum = 0;
            for (Object each : list) {
                long size = sizeBytes(each);
                if (size == UNKNOWN) {
                    return UNKNOWN;
                }
                sum += size;
            }
            return sum;
        }
        return UNKNOWN;
    }
}
