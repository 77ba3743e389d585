package dev.longstack.analysis.table;

import java.util.Arrays;

/** A column of longs that grows. */
public final class LongColumn {
    private long[] values = new long[16];
    private int size;

    /** Adds a value; its row. */
    public int add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1));
        }
        values[size] = value;
        return size++;
    }

    public long get(int row) {
        return values[row];
    }

    public void set(int row, long value) {
        values[row] = value;
    }

    public int size() {
        return size;
    }
}
