package dev.longstack.analysis.model;

import dev.longstack.analysis.source.EventSink.Wait;
import dev.longstack.analysis.source.WaitKind;
import dev.longstack.analysis.table.Groups;
import dev.longstack.analysis.table.IntColumn;
import dev.longstack.analysis.table.LongColumn;
import dev.longstack.analysis.table.Names;
import dev.longstack.analysis.table.Search;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One row per wait of a thread, as the JVM's own events tell: for a monitor, parked, asleep, for a file or socket; in the order of
 * the recording. Waits shorter than the thresholds of those events are not in it. Times are nanoseconds since the epoch.
 */
public final class WaitTable {
    private static final int[] NO_ROWS = {};

    private final Names names;
    private final IntColumn types = new IntColumn();
    private final LongColumn starts = new LongColumn();
    private final LongColumn ends = new LongColumn();
    private final IntColumn threads = new IntColumn();
    private final IntColumn subjects = new IntColumn();
    private final LongColumn addresses = new LongColumn();
    private final IntColumn holders = new IntColumn();
    private final IntColumn stacks = new IntColumn();
    /** By thread row, each thread's rows in the order of their starts. */
    private int[] @Nullable [] byThread = new int[0][];

    private long[] longest = new long[0];

    WaitTable(Names names) {
        this.names = names;
    }

    void add(Wait wait) {
        types.add(names.rowOf(wait.type()));
        starts.add(wait.startNanos());
        ends.add(Math.max(wait.startNanos(), wait.endNanos()));
        threads.add(names.rowOf(wait.thread()));
        subjects.add(names.rowOf(wait.subject()));
        addresses.add(wait.address());
        holders.add(names.rowOf(wait.holder()));
        stacks.add(names.rowOf(wait.stack()));
    }

    void freeze() {
        int threadRows = size() == 0 ? 0 : names.size();
        Groups groups = new Groups(threadRows, size(), threads::get);
        byThread = new int[threadRows][];
        longest = new long[threadRows];
        for (int thread = 0; thread < threadRows; thread++) {
            if (groups.size(thread) > 0) {
                byThread[thread] = sorted(groups, thread);
            }
        }
    }

    private int[] sorted(Groups groups, int thread) {
        int[] rows = new int[groups.size(thread)];
        boolean isSorted = true;
        for (int n = 0; n < rows.length; n++) {
            rows[n] = groups.row(thread, n);
            isSorted &= n == 0 || starts.get(rows[n - 1]) <= starts.get(rows[n]);
            longest[thread] = Math.max(longest[thread], durationNanos(rows[n]));
        }
        return isSorted
                ? rows
                : Arrays.stream(rows)
                        .boxed()
                        .sorted((a, b) -> Long.compare(starts.get(a), starts.get(b)))
                        .mapToInt(Integer::intValue)
                        .toArray();
    }

    public int size() {
        return starts.size();
    }

    public WaitKind kind(int row) {
        return WaitKind.ofType(type(row));
    }

    /** The event's type. */
    public String type(int row) {
        return Objects.requireNonNull(names.name(types.get(row)));
    }

    public long startNanos(int row) {
        return starts.get(row);
    }

    public long endNanos(int row) {
        return ends.get(row);
    }

    public long durationNanos(int row) {
        return ends.get(row) - starts.get(row);
    }

    /** {@code name#id}. */
    public String thread(int row) {
        return Objects.requireNonNull(names.name(threads.get(row)));
    }

    /** The class of the monitor or of what it parked for, the peer, the path; null for none. */
    public @Nullable String subject(int row) {
        return names.name(subjects.get(row));
    }

    /** The thread that owned the monitor last before the wait ended; null for none or unknown. */
    public @Nullable String holder(int row) {
        return names.name(holders.get(row));
    }

    /** A frame a line; null for none. */
    public @Nullable String stack(int row) {
        return names.name(stacks.get(row));
    }

    /** Whether two waits were for the same object, as far as the recording tells them apart. */
    public boolean isSameSubject(int row, int other) {
        return kind(row) == kind(other)
                && subjects.get(row) == subjects.get(other)
                && addresses.get(row) == addresses.get(other);
    }

    /** The number that stands for a thread in {@link #touching}; one without waits where it has none. */
    public int threadRow(@Nullable String thread) {
        return names.find(thread);
    }

    /** Calls back with the rows of a thread's waits that touch a range of time, in the order of their starts. */
    public void touching(int threadRow, long fromNanos, long toNanos, IntConsumer visitor) {
        int[] rows = rows(threadRow);
        if (rows.length == 0) {
            return;
        }
        // no wait that begins earlier than this can reach into the range
        long earliest = fromNanos - longest[threadRow];
        for (int n = firstFrom(rows, earliest); n < rows.length && starts.get(rows[n]) <= toNanos; n++) {
            if (ends.get(rows[n]) >= fromNanos) {
                visitor.accept(rows[n]);
            }
        }
    }

    /** The thread's last wait that began and ended in a range of time; {@link ContextTable#NO_ROW} for none. */
    public int lastWithin(int threadRow, long fromNanos, long toNanos) {
        int[] rows = rows(threadRow);
        for (int n = firstFrom(rows, toNanos) - 1; n >= 0 && starts.get(rows[n]) >= fromNanos; n--) {
            if (ends.get(rows[n]) <= toNanos) {
                return rows[n];
            }
        }
        return ContextTable.NO_ROW;
    }

    private int[] rows(int threadRow) {
        int[] rows = threadRow < byThread.length ? byThread[threadRow] : null;
        return rows == null ? NO_ROWS : rows;
    }

    private int firstFrom(int[] rows, long nanos) {
        return Search.first(rows.length, n -> starts.get(rows[n]) >= nanos);
    }
}
