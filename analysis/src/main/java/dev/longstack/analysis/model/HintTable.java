package dev.longstack.analysis.model;

import dev.longstack.analysis.table.Groups;
import dev.longstack.analysis.table.IntColumn;
import dev.longstack.analysis.table.LongColumn;
import dev.longstack.analysis.table.Names;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One row per hint: what a context said of itself. In the order of the recording. */
public final class HintTable {
    private final Names names;
    private final LongColumn contextIds = new LongColumn();
    private final LongColumn times = new LongColumn();
    private final IntColumn hints = new IntColumn();
    private final IntColumn details = new IntColumn();
    private Groups byContext = new Groups(0, 0, row -> 0);

    HintTable(Names names) {
        this.names = names;
    }

    void add(long contextId, long timeNanos, String name, @Nullable String detail) {
        contextIds.add(contextId);
        times.add(timeNanos);
        hints.add(names.rowOf(name));
        details.add(names.rowOf(detail));
    }

    void freeze(ContextTable contexts) {
        int keys = size() == 0 ? 0 : contexts.size();
        byContext = new Groups(keys, size(), row -> contexts.rowOf(contextIds.get(row)));
    }

    public int size() {
        return contextIds.size();
    }

    public long contextId(int row) {
        return contextIds.get(row);
    }

    /** Nanoseconds since the epoch. */
    public long timeNanos(int row) {
        return times.get(row);
    }

    public String name(int row) {
        return Objects.requireNonNull(names.name(hints.get(row)));
    }

    public @Nullable String details(int row) {
        return names.name(details.get(row));
    }

    /** How many hints the context with this row gave. */
    public int count(int contextRow) {
        return size() == 0 ? 0 : byContext.size(contextRow);
    }

    /** The row of the context's n-th hint, from 0 on. */
    public int of(int contextRow, int n) {
        return byContext.row(contextRow, n);
    }
}
