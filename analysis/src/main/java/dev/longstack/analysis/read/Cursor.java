package dev.longstack.analysis.read;

import org.jspecify.annotations.Nullable;

/**
 * Goes over bytes as a recording has them: numbers in base 128, lowest digits first, a ninth byte whole. What reaches beyond the
 * end fails it, and from then on it stands at the end.
 */
final class Cursor {
    private static final int LAST_SHIFT = 56;

    private byte[] bytes = {};
    private int at;
    private int end;
    private boolean failed;

    /** From one index on, before another. */
    Cursor over(byte[] newBytes, int from, int to) {
        bytes = newBytes;
        at = from;
        end = to;
        failed = false;
        return this;
    }

    int at() {
        return at;
    }

    /** How many bytes are left. */
    int left() {
        return end - at;
    }

    boolean hasFailed() {
        return failed;
    }

    /** Whether it stands exactly at the end, and never was beyond. */
    boolean isThrough() {
        return at == end && !failed;
    }

    void fail() {
        failed = true;
        at = end;
    }

    byte next() {
        if (at == end) {
            failed = true;
            return 0;
        }
        return bytes[at++];
    }

    /** Whether these bytes come next, without going over them. */
    boolean isNext(int first, int second, int third) {
        return left() > 2 && bytes[at] == first && bytes[at + 1] == second && bytes[at + 2] == third;
    }

    long number() {
        long number = 0;
        for (int shift = 0; at < end; shift += 7) {
            byte next = bytes[at++];
            if (shift == LAST_SHIFT) {
                return number | (long) next << LAST_SHIFT;
            }
            number |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return number;
            }
        }
        failed = true;
        return 0;
    }

    void skipNumber() {
        int last = at + LAST_SHIFT / 7;
        while (at < end) {
            if (bytes[at++] >= 0 || at > last) {
                return;
            }
        }
        failed = true;
    }

    void skip(long count) {
        if (count < 0 || count > left()) {
            fail();
        } else {
            at += (int) count;
        }
    }

    /** Over a value; over all that is left where it is not known how it is laid out. */
    void skip(@Nullable Layout layout) {
        int next = layout == null ? end : layout.end(bytes, at, end);
        if (next < 0) {
            fail();
        } else {
            at = next;
        }
    }

    /** How many things follow of at least a byte each. */
    int count() {
        int count = (int) number();
        if (count < 0 || count > left()) {
            fail();
            return 0;
        }
        return count;
    }
}
