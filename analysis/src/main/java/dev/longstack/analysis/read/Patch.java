package dev.longstack.analysis.read;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bytes that a chunk's copy gets in place of its own. */
final class Patch {
    private static final int LONGEST_NUMBER = 9;
    /** The size of a record is an int. */
    private static final long LONGEST_RECORD = 1L << 30;

    private final long position;
    private final byte[] bytes;

    Patch(long position, byte[] bytes) {
        this.position = position;
        this.bytes = bytes;
    }

    /** From the chunk's begin on. */
    long position() {
        return position;
    }

    byte[] bytes() {
        return bytes;
    }

    /** A number in a header. */
    static Patch header(int position, long value) {
        byte[] bytes = new byte[Long.BYTES];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (value >>> (Long.SIZE - Byte.SIZE * (i + 1)));
        }
        return new Patch(position, bytes);
    }

    /** A number of a record in so many bytes; null where it takes more. */
    static @Nullable Patch number(long position, long value, int length) {
        byte[] bytes = new byte[length];
        long left = value;
        for (int i = 0; i < length; i++) {
            boolean isLast = i == length - 1;
            bytes[i] = (byte) (isLast ? left : left | 0x80);
            left = i == LONGEST_NUMBER - 1 ? 0 : left >>> 7;
        }
        boolean isWhole = length == LONGEST_NUMBER || (bytes[length - 1] >= 0 && left == 0);
        return isWhole ? new Patch(position, bytes) : null;
    }

    /** Records that the JDK skips, over at least two bytes: it takes their type, that of metadata, for read already. */
    static List<Patch> cover(long from, long to) {
        List<Patch> patches = new ArrayList<>();
        long at = from;
        while (at < to) {
            long length = to - at > LONGEST_RECORD ? LONGEST_RECORD / 2 : to - at;
            byte[] bytes = new byte[1 + lengthOf(length)];
            long left = length;
            for (int i = 0; i < bytes.length - 1; i++) {
                bytes[i] = (byte) (left >= 0x80 ? left | 0x80 : left);
                left >>>= 7;
            }
            patches.add(new Patch(at, bytes));
            at += length;
        }
        return patches;
    }

    private static int lengthOf(long number) {
        return Math.max(1, (Long.SIZE - Long.numberOfLeadingZeros(number) + 6) / 7);
    }
}
