package dev.longstack.stream;

import dev.longstack.seam.Entry;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One probed stream, as the recording knows it: its id and its name. Any thread. */
final class Meter {
    static final long UNKNOWN = -1;

    private static final Entry ENTRY = Entry.named("StreamEntry");
    private static final Function<String, BiConsumer<Object, long[]>> OPEN = ENTRY.find("open");
    private static final Supplier<@Nullable Object> BEGIN = ENTRY.find("begin");

    private final BiConsumer<Object, long[]> end;

    Meter(String name) {
        this.end = OPEN.apply(name);
    }

    /** A chunk begins to be operated on; null where nobody wants to know. */
    @Nullable
    Object begin() {
        return BEGIN.get();
    }

    /** It has been operated on; null does nothing. */
    void end(@Nullable Object begun, Chunk chunk) {
        if (begun != null) {
            end.accept(begun, new long[] {
                chunk.sizeBytes, chunk.heldBytes, chunk.heldElements, chunk.internalNanos, chunk.demand
            });
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
