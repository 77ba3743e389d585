package dev.longstack.recordings.fuzz;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** What each byte of a sound recording is part of. */
public final class Anatomy {
    private static final int HEADER = 68;
    private static final int METADATA_TYPE = 0;
    private static final int CHECKPOINT_TYPE = 1;

    private final byte[] bytes;
    private final Part[] parts;
    private final List<Integer> chunks = new ArrayList<>();
    private final List<Integer> records = new ArrayList<>();

    /** What a byte is part of. */
    public enum Part {
        /** Magic, version, size, offsets, state. */
        HEADER,
        /** Times in a chunk's header, and flags. */
        CLOCK,
        /** Size and type of a record. */
        FRAME,
        EVENT,
        METADATA,
        /** The way from one checkpoint to the one before it. */
        CHAIN,
        CONSTANT;

        /** Whether it is a value that might as well be another. */
        boolean isValue() {
            return this == CLOCK || this == EVENT || this == CONSTANT;
        }
    }

    private Anatomy(byte[] bytes) {
        this.bytes = bytes;
        this.parts = new Part[bytes.length];
    }

    public static Anatomy of(byte[] bytes) {
        Anatomy anatomy = new Anatomy(bytes);
        int at = 0;
        while (at < bytes.length) {
            at = anatomy.chunk(at);
        }
        return anatomy;
    }

    Part part(int at) {
        return parts[at];
    }

    /** Where chunks begin, and where the last one ends. */
    public List<Integer> boundaries() {
        return chunks;
    }

    /** Where records begin. */
    public List<Integer> records() {
        return records;
    }

    private int chunk(int start) {
        int end = start + (int) ByteBuffer.wrap(bytes).getLong(start + 8);
        if (chunks.isEmpty()) {
            chunks.add(start);
        }
        chunks.add(end);
        fill(start, start + 32, Part.HEADER);
        fill(start + 32, start + 64, Part.CLOCK);
        fill(start + 64, start + 65, Part.HEADER);
        fill(start + 65, start + HEADER, Part.CLOCK);
        int at = start + HEADER;
        while (at < end) {
            at = record(at);
        }
        return end;
    }

    /** Whether each record has a length: the parser of Mission Control waits for ever at one that has none. */
    public static boolean isParsedInTime(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int start = 0;
        while (start + HEADER <= bytes.length) {
            long end = Math.min(bytes.length, start + buffer.getLong(start + 8));
            int at = start + HEADER;
            while (at < end && at + 9 < bytes.length) {
                int size = (int) number(bytes, at);
                if (size <= 0) {
                    return false;
                }
                at += Math.min(size, bytes.length - at);
            }
            if (end < start + HEADER) {
                return true;
            }
            start = (int) end;
        }
        return true;
    }

    private int record(int start) {
        records.add(start);
        int typeAt = afterNumber(start);
        int bodyAt = afterNumber(typeAt);
        int end = start + (int) number(bytes, start);
        long type = number(bytes, typeAt);
        fill(start, bodyAt, Part.FRAME);
        fill(bodyAt, end, type == METADATA_TYPE ? Part.METADATA : type == CHECKPOINT_TYPE ? Part.CONSTANT : Part.EVENT);
        if (type == CHECKPOINT_TYPE) {
            int deltaAt = afterNumber(afterNumber(bodyAt));
            fill(deltaAt, afterNumber(deltaAt), Part.CHAIN);
        }
        return end;
    }

    private void fill(int from, int to, Part part) {
        for (int at = from; at < to; at++) {
            parts[at] = part;
        }
    }

    private static long number(byte[] bytes, int from) {
        long number = 0;
        for (int n = 0; n < 8; n++) {
            byte next = bytes[from + n];
            number |= (next & 0x7FL) << (7 * n);
            if (next >= 0) {
                return number;
            }
        }
        return number | (long) bytes[from + 8] << 56;
    }

    private int afterNumber(int from) {
        int at = from;
        while (at < from + 8 && bytes[at] < 0) {
            at++;
        }
        return at + 1;
    }
}
