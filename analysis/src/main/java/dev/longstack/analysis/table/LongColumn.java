package dev.longstack.analysis.table;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A column of longs that grows, in pages. A page keeps what its values differ by from the first one, in as few bytes as they
 * need; one whose values are all the same needs none.
 */
public final class LongColumn {
    private static final int PAGE_BITS = 12;
    private static final int PAGE = 1 << PAGE_BITS;

    /** A {@code byte[]}, {@code short[]} or {@code int[]} of differences, a {@code long[]} of values, or null. */
    private @Nullable Object[] pages = new Object[4];

    private long[] bases = new long[4];
    private int size;

    /** Adds a value; its row. */
    public int add(long value) {
        int page = size >>> PAGE_BITS;
        if (page == pages.length) {
            pages = Arrays.copyOf(pages, page * 2);
            bases = Arrays.copyOf(bases, page * 2);
        }
        if ((size & PAGE - 1) == 0) {
            bases[page] = value;
        } else {
            put(page, size & PAGE - 1, value);
        }
        return size++;
    }

    public long get(int row) {
        int page = row >>> PAGE_BITS;
        int at = row & PAGE - 1;
        Object values = pages[page];
        if (values == null) {
            return bases[page];
        }
        if (values instanceof int[] ints) {
            return bases[page] + ints[at];
        }
        if (values instanceof short[] shorts) {
            return bases[page] + shorts[at];
        }
        return values instanceof byte[] bytes ? bases[page] + bytes[at] : ((long[]) values)[at];
    }

    public void set(int row, long value) {
        put(row >>> PAGE_BITS, row & PAGE - 1, value);
    }

    public int size() {
        return size;
    }

    private void put(int page, int at, long value) {
        long difference = value - bases[page];
        boolean overflows = ((value ^ bases[page]) & (value ^ difference)) < 0;
        int bytes = overflows ? Long.BYTES : bytesFor(difference);
        if (bytes > bytesOf(pages[page])) {
            // what the page before needed this one will need as well, most likely
            widen(page, Math.max(bytes, pages[page] == null && page > 0 ? bytesOf(pages[page - 1]) : 0));
        }
        Object values = pages[page];
        if (values instanceof byte[] differences) {
            differences[at] = (byte) difference;
        } else if (values instanceof short[] differences) {
            differences[at] = (short) difference;
        } else if (values instanceof int[] differences) {
            differences[at] = (int) difference;
        } else if (values instanceof long[] all) {
            all[at] = value;
        }
    }

    private static int bytesFor(long difference) {
        if (difference == 0) {
            return 0;
        }
        if (difference == (byte) difference) {
            return Byte.BYTES;
        }
        return difference == (short) difference
                ? Short.BYTES
                : difference == (int) difference ? Integer.BYTES : Long.BYTES;
    }

    private static int bytesOf(@Nullable Object values) {
        if (values == null) {
            return 0;
        }
        return values instanceof byte[]
                ? Byte.BYTES
                : values instanceof short[] ? Short.BYTES : values instanceof int[] ? Integer.BYTES : Long.BYTES;
    }

    private void widen(int page, int bytes) {
        long base = bases[page];
        if (pages[page] == null && bytes != Long.BYTES) {
            pages[page] = bytes == Byte.BYTES ? new byte[PAGE] : bytes == Short.BYTES ? new short[PAGE] : new int[PAGE];
            return;
        }
        long[] values = new long[PAGE];
        for (int at = 0; at < PAGE; at++) {
            values[at] = get((page << PAGE_BITS) + at);
        }
        if (bytes == Long.BYTES) {
            pages[page] = values;
        } else if (bytes == Integer.BYTES) {
            int[] differences = new int[PAGE];
            for (int at = 0; at < PAGE; at++) {
                differences[at] = (int) (values[at] - base);
            }
            pages[page] = differences;
        } else {
            short[] differences = new short[PAGE];
            for (int at = 0; at < PAGE; at++) {
                differences[at] = (short) (values[at] - base);
            }
            pages[page] = differences;
        }
    }
}
