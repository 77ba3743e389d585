package dev.longstack.analysis.model;

import dev.longstack.analysis.source.EventSink.TrackedObject;
import dev.longstack.analysis.table.IntColumn;
import dev.longstack.analysis.table.LongColumn;
import dev.longstack.analysis.table.Names;
import org.jspecify.annotations.Nullable;

/** One row per event of a tracked object, in the order of the recording. */
public final class TrackedTable {
    private final Names names;
    private final LongColumn ids = new LongColumn();
    private final IntColumn classes = new IntColumn();
    private final LongColumn contextIds = new LongColumn();
    private final IntColumn actions = new IntColumn();
    private final LongColumn times = new LongColumn();

    TrackedTable(Names names) {
        this.names = names;
    }

    void add(TrackedObject object) {
        ids.add(object.objectId());
        classes.add(names.rowOf(object.objectClass()));
        contextIds.add(object.contextId());
        actions.add(names.rowOf(object.action()));
        times.add(object.timeNanos());
    }

    public int size() {
        return ids.size();
    }

    public long objectId(int row) {
        return ids.get(row);
    }

    public @Nullable String objectClass(int row) {
        return names.name(classes.get(row));
    }

    /** The context that was current; 0 for none. */
    public long contextId(int row) {
        return contextIds.get(row);
    }

    /** What happened to it; null where the event does not tell. */
    public @Nullable String action(int row) {
        return names.name(actions.get(row));
    }

    /** Nanoseconds since the epoch. */
    public long timeNanos(int row) {
        return times.get(row);
    }
}
