package dev.longstack.analysis.table;

import java.util.function.IntUnaryOperator;

/** Rows grouped by a key row, in their order: two int arrays, made once; none where each row is the only one of its own key. */
public final class Groups {
    private final boolean isOneEach;
    private final int[] starts;
    private final int[] rows;

    /** Groups {@code count} rows by the key that the function gives, from 0 below {@code keys}; a negative key is in no group. */
    public Groups(int keys, int count, IntUnaryOperator keyOf) {
        isOneEach = keys == count && isOneEach(count, keyOf);
        if (isOneEach) {
            starts = new int[0];
            rows = starts;
            return;
        }
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
        // starts[key] is moved to the end of its group and back
        for (int key = keys; key > 0; key--) {
            starts[key] = starts[key - 1];
        }
        for (int row = 0; row < count; row++) {
            int key = keyOf.applyAsInt(row);
            if (key >= 0) {
                rows[starts[key + 1]++] = row;
            }
        }
    }

    private static boolean isOneEach(int count, IntUnaryOperator keyOf) {
        for (int row = 0; row < count; row++) {
            if (keyOf.applyAsInt(row) != row) {
                return false;
            }
        }
        return true;
    }

    public int size(int key) {
        return isOneEach ? 1 : starts[key + 1] - starts[key];
    }

    /** The n-th row of the group, from 0 on. */
    public int row(int key, int n) {
        return isOneEach ? key : rows[starts[key] + n];
    }
}
