package dev.longstack.record;

import java.util.concurrent.atomic.AtomicLong;

/** Ids that one thread may give out without asking the others. Small numbers: a recording stores them as varints. */
final class IdBlock {
    private static final AtomicLong NEXT_BLOCK = new AtomicLong(1);
    private static final int PLATFORM_SIZE = 256;
    /** Most virtual threads create a context or two and end. */
    private static final int VIRTUAL_SIZE = 4;

    private final int size;
    private long next;
    private long limit;

    IdBlock(boolean virtual) {
        this.size = virtual ? VIRTUAL_SIZE : PLATFORM_SIZE;
    }

    long next() {
        if (next == limit) {
            next = NEXT_BLOCK.getAndAdd(size);
            limit = next + size;
        }
        return next++;
    }
}
