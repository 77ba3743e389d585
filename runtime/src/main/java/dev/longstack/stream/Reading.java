package dev.longstack.stream;

import dev.longstack.stream.Meter.Chunk;
import org.jspecify.annotations.Nullable;

/**
 * The chunks of a stream that is read: each lasts from when it was read to when more is wanted. Single bytes are gathered. Of the
 * thread that reads.
 */
final class Reading {
    private static final int GATHERED = 8192;

    private final Meter meter;
    private @Nullable Object begun;
    private long sizeBytes;
    private long internalNanos;
    private long startNanos;

    Reading(Meter meter) {
        this.meter = meter;
    }

    /** More is wanted: what was read before has been operated on. */
    void wanted(boolean single) {
        if (!single || sizeBytes >= GATHERED) {
            over();
        }
        startNanos = System.nanoTime();
    }

    /** So much was read; none where there was nothing. */
    void read(long count) {
        if (count <= 0) {
            return;
        }
        if (begun == null) {
            begun = meter.begin();
        }
        sizeBytes += count;
        internalNanos += System.nanoTime() - startNanos;
    }

    /** Nothing more is wanted. */
    void over() {
        if (begun != null) {
            meter.end(begun, new Chunk(sizeBytes, Meter.UNKNOWN, Meter.UNKNOWN, internalNanos, Meter.UNKNOWN));
        }
        begun = null;
        sizeBytes = 0;
        internalNanos = 0;
    }
}
