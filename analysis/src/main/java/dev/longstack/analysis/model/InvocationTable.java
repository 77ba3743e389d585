package dev.longstack.analysis.model;

import dev.longstack.analysis.table.IntColumn;
import dev.longstack.analysis.table.LongColumn;
import dev.longstack.analysis.table.Names;
import org.jspecify.annotations.Nullable;

/** One row per run, in the order of the recording. Times are nanoseconds since the epoch. */
public final class InvocationTable {
    final Names names;
    final IntColumn contexts = new IntColumn();
    final IntColumn numbers = new IntColumn();
    final LongColumn starts = new LongColumn();
    final LongColumn ends = new LongColumn();
    final IntColumn threads = new IntColumn();
    final IntColumn failures = new IntColumn();
    final LongColumn delays = new LongColumn();
    final LongColumn queues = new LongColumn();
    final LongColumn triggers = new LongColumn();
    final IntColumn queueTypes = new IntColumn();
    final IntColumn queueLengths = new IntColumn();
    final IntColumn ended = new IntColumn();
    final LongColumn requestIds = new LongColumn();
    final IntColumn requestNames = new IntColumn();

    InvocationTable(Names names) {
        this.names = names;
    }

    public int size() {
        return contexts.size();
    }

    public int contextRow(int row) {
        return contexts.get(row);
    }

    /** Which run of its context it is, from 1 on. */
    public int number(int row) {
        return numbers.get(row);
    }

    public long startNanos(int row) {
        return starts.get(row);
    }

    /** Where it has not ended: until when the recording knows it running. */
    public long endNanos(int row) {
        return ends.get(row);
    }

    public boolean isEnded(int row) {
        return ended.get(row) != 0;
    }

    /** Null for unknown. */
    public @Nullable String thread(int row) {
        return names.name(threads.get(row));
    }

    /** The same small number for the same thread, as {@link WaitTable} has it; 0 for unknown. */
    public int threadRow(int row) {
        return threads.get(row);
    }

    /** The class of the exception; null for none. */
    public @Nullable String failure(int row) {
        return names.name(failures.get(row));
    }

    /** From creation to when it was due; {@link ContextTable#UNKNOWN} for unknown. */
    public long delayNanos(int row) {
        return delays.get(row);
    }

    /** From when it was due to when it ran; {@link ContextTable#UNKNOWN} for unknown. */
    public long queueNanos(int row) {
        return queues.get(row);
    }

    /** The context whose run caused this one; 0 where it does not differ from the parent, -1 for unknown. */
    public long triggerId(int row) {
        return triggers.get(row);
    }

    /**
     * The request that the recorder took it to be part of; 0 for none or not told, -1 for unknown. Links lead to requests, and
     * where they are broken this groups runs, no more.
     */
    public long requestId(int row) {
        return requestIds.get(row);
    }

    public @Nullable String queueType(int row) {
        return names.name(queueTypes.get(row));
    }

    /** -1 for unknown. */
    public int queueLength(int row) {
        return queueLengths.get(row);
    }
}
