package dev.longstack.analysis.table;

import java.util.function.IntUnaryOperator;

/** Rows grouped by a key row, in their order: two int arrays, made once. */
public final class Groups {
    private final int[] starts;
    private final int[] rows;

    /** Groups {@code count} rows by the key that the function gives, from 0 below {@code keys}; a negative key is in no group. */
    public Groups(int keys, int count, IntUnaryOperator keyOf) {
        starts = new int[keys + 1];
        for (int row = 0; row < count; row++) {
            int key = keyOf.applyAsInt(row);
            if (key >= 0) {
                starts[key + 1]++;
            }
        }
        for (int key = 0; key < keys; key++) {
            starts[key + 1] += starts[key];
        }
        rows = new int[starts[keys]];
        int[] next = starts.clone();
        for (int row = 0; row < count; row++) {
            int key = keyOf.applyAsInt(row);
            if (key >= 0) {
                rows[next[key]++] = row;
            }
        }
    }

    public int size(int key) {
        return starts[key + 1] - starts[key];
    }

    /** The n-th row of the group, from 0 on. */
    public int row(int key, int n) {
        return rows[starts[key] + n];
    }
}
