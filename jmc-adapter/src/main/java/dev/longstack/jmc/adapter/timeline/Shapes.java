package dev.longstack.jmc.adapter.timeline;

import java.util.Arrays;

/** Shapes of one kind, four numbers each; written by one thread, then read by any. */
public final class Shapes {
    private static final int NUMBERS = 4;

    private int[] numbers = new int[NUMBERS * 16];
    private int size;

    void add(int lane, int x, int width, int value) {
        if (size * NUMBERS == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * numbers.length);
        }
        numbers[size * NUMBERS] = lane;
        numbers[size * NUMBERS + 1] = x;
        numbers[size * NUMBERS + 2] = width;
        numbers[size * NUMBERS + 3] = value;
        size++;
    }

    public int size() {
        return size;
    }

    public int lane(int n) {
        return numbers[n * NUMBERS];
    }

    /** The left pixel. */
    public int x(int n) {
        return numbers[n * NUMBERS + 1];
    }

    /** In pixels, at least 1. */
    public int width(int n) {
        return numbers[n * NUMBERS + 2];
    }

    /** What else the kind of shape tells. */
    public int value(int n) {
        return numbers[n * NUMBERS + 3];
    }
}
