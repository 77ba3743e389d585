package dev.longstack.analysis.table;

import java.util.Arrays;

/** A column of ints that grows. */
public final class IntColumn {
    private int[] values = new int[16];
    private int size;

    /** Adds a value; its row. */
    public int add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1));
        }
        values[size] = value;
        return size++;
    }

    public int get(int row) {
        return values[row];
    }

    public void set(int row, int value) {
        values[row] = value;
    }

    public int size() {
        return size;
    }
}
