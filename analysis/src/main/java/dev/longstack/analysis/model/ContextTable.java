package dev.longstack.analysis.model;

import dev.longstack.analysis.table.IdIndex;
import dev.longstack.analysis.table.IntColumn;
import dev.longstack.analysis.table.LongColumn;
import dev.longstack.analysis.table.Names;
import dev.longstack.events.ContextKind;
import org.jspecify.annotations.Nullable;

/** One row per context, in the order in which the recording first mentions them. */
public final class ContextTable {
    /** No such row. */
    public static final int NO_ROW = IdIndex.NO_ROW;
    /** A time that the recording does not tell. */
    public static final long UNKNOWN = Long.MIN_VALUE;

    final Names names;
    final IdIndex index = new IdIndex();
    final LongColumn ids = new LongColumn();
    final LongColumn parentIds = new LongColumn();
    final IntColumn parentInvocations = new IntColumn();
    final IntColumn kinds = new IntColumn();
    final IntColumn operations = new IntColumn();
    final IntColumn taskClasses = new IntColumn();
    final LongColumn creationNanos = new LongColumn();
    final IntColumn creationThreads = new IntColumn();
    final IntColumn stacks = new IntColumn();
    final IntColumn reasons = new IntColumn();
    final LongColumn releaseNanos = new LongColumn();

    ContextTable(Names names) {
        this.names = names;
    }

    public int size() {
        return ids.size();
    }

    /** The row of the id; {@link #NO_ROW} where the recording does not mention it as a context of its own. */
    public int rowOf(long contextId) {
        return contextId <= 0 ? NO_ROW : index.rowOf(contextId);
    }

    public long id(int row) {
        return ids.get(row);
    }

    /** 0 for none, -1 for unknown to the recorder; for a request its provenance. */
    public long parentId(int row) {
        return parentIds.get(row);
    }

    public int parentInvocation(int row) {
        return parentInvocations.get(row);
    }

    /** The word of its kind; "unknown" where no event tells. */
    public String kind(int row) {
        return orUnknown(names.name(kinds.get(row)));
    }

    public boolean isRequest(int row) {
        return kind(row).equals(ContextKind.REQUEST.word());
    }

    public boolean isPeriodic(int row) {
        return kind(row).equals(ContextKind.PERIODIC.word());
    }

    /** Started by itself, as opposed to the work that an executor gives to threads. */
    public boolean isThread(int row) {
        return kind(row).equals(ContextKind.THREAD.word());
    }

    /** The same small number for the same operation, below {@link #operationRows()}. */
    public int operationRow(int row) {
        return operations.get(row);
    }

    public int operationRows() {
        return names.size();
    }

    /** Of a request its name: the last one that the recording tells. */
    public String operation(int row) {
        return operationNamed(operations.get(row));
    }

    /** The operation with this small number. */
    public String operationNamed(int operationRow) {
        return orUnknown(names.name(operationRow));
    }

    /** As the JVM names it; null for none. */
    public @Nullable String taskClass(int row) {
        return names.name(taskClasses.get(row));
    }

    /** Of its creation event, else reckoned from its first run; {@link #UNKNOWN} for neither. */
    public long creationNanos(int row) {
        return creationNanos.get(row);
    }

    /** Null for unknown. */
    public @Nullable String creationThread(int row) {
        return names.name(creationThreads.get(row));
    }

    /** The stack taken at this very creation, a frame a line; null where none was. */
    public @Nullable String ownStack(int row) {
        return names.name(stacks.get(row));
    }

    /** Why it will not run again, as a release event told; null for none. */
    public @Nullable String releaseReason(int row) {
        return names.name(reasons.get(row));
    }

    public long releaseNanos(int row) {
        return releaseNanos.get(row);
    }

    private static String orUnknown(@Nullable String name) {
        return name == null ? "unknown" : name;
    }
}
