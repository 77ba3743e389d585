package dev.longstack.analysis.table;

/** A column of ints that grows, in as few bytes as its values need. */
public final class IntColumn {
    private final LongColumn values = new LongColumn();

    /** Adds a value; its row. */
    public int add(int value) {
        return values.add(value);
    }

    public int get(int row) {
        return (int) values.get(row);
    }

    public void set(int row, int value) {
        values.set(row, value);
    }

    public int size() {
        return values.size();
    }
}
