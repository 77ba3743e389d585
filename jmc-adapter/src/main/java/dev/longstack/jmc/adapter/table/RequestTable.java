package dev.longstack.jmc.adapter.table;

import dev.longstack.analysis.model.ContextTable;
import dev.longstack.analysis.stack.StepNames;
import dev.longstack.analysis.text.Durations;
import dev.longstack.analysis.text.RequestText;
import dev.longstack.analysis.tree.Filter;
import dev.longstack.analysis.tree.Request;
import dev.longstack.analysis.tree.TimeShares;
import dev.longstack.jmc.adapter.items.OpenRecording;
import dev.longstack.jmc.adapter.units.Times;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** All requests of a recording, made once, and the rows of them that a table shows; any thread. */
public final class RequestTable {
    /** More rows than anybody scrolls through are not listed. */
    public static final int MAX_ROWS = 100_000;

    private final OpenRecording recording;
    private final Request[] requests;
    private final long[] ranNanos;
    private final long[] queuedNanos;

    private RequestTable(OpenRecording recording, List<Request> requests) {
        this.recording = recording;
        this.requests = requests.toArray(Request[]::new);
        this.ranNanos = new long[this.requests.length];
        this.queuedNanos = new long[this.requests.length];
    }

    /** Rows of the requests, in order. */
    public static final class Rows {
        /** None. */
        public static final Rows NONE = new Rows(new int[0], 0);

        private final int[] requests;
        private final int found;

        private Rows(int[] requests, int found) {
            this.requests = requests;
            this.found = found;
        }

        /** How many are listed. */
        public int size() {
            return requests.length;
        }

        /** The index of the row's request. */
        public int request(int row) {
            return requests[row];
        }

        /** The indexes of the listed requests. */
        public IntStream requests() {
            return Arrays.stream(requests);
        }

        /** How many the filter let through, listed or not. */
        public int found() {
            return found;
        }

        /** Whether not all found are listed. */
        public boolean isCut() {
            return requests.length < found;
        }
    }

    /** The table of a recording, null where it was cancelled; the thread of the caller. */
    public static @Nullable RequestTable of(OpenRecording recording, BooleanSupplier cancelled) {
        RequestTable table = new RequestTable(recording, recording.requests().ranked(Filter.ALL));
        for (int n = 0; n < table.requests.length; n++) {
            if (cancelled.getAsBoolean()) {
                return null;
            }
            Request request = table.requests[n];
            TimeShares shares = recording.analysis().shares(request);
            table.ranNanos[n] = shares.runNanos();
            table.queuedNanos[n] = shares.queueNanos();
        }
        return table;
    }

    /** How many requests there are. */
    public int size() {
        return requests.length;
    }

    /** The n-th longest request, from 0 on. */
    public Request request(int n) {
        return requests[n];
    }

    /** The index of the request that a context belongs to; -1 for none. Of periodic work it is the run that the context comes from. */
    public int requestOf(int contextRow) {
        int top = recording.requests().top(contextRow);
        long invocation = 0;
        for (int row = contextRow;
                row != top && row != ContextTable.NO_ROW;
                row = recording.model().parentRow(row)) {
            invocation = recording.model().contexts().parentInvocation(row);
        }
        long from = invocation;
        return IntStream.range(0, requests.length)
                .filter(n -> requests[n].row() == top
                        && (requests[n].invocation() == 0 || from == 0 || requests[n].invocation() == from))
                .findFirst()
                .orElse(-1);
    }

    /**
     * The rows to list; the thread of the caller.
     *
     * @param cancelled asked now and then
     * @return null where it was cancelled
     */
    public @Nullable Rows arrange(
            RequestColumn by, boolean ascending, RequestFilter filter, BooleanSupplier cancelled) {
        IntPredicate matches = matching(filter);
        int[] found = IntStream.range(0, requests.length)
                .takeWhile(n -> !cancelled.getAsBoolean())
                .filter(matches)
                .toArray();
        if (cancelled.getAsBoolean()) {
            return null;
        }
        // the requests are in order of their durations already
        int[] sorted = by == RequestColumn.DURATION
                ? ascending ? reversed(found) : found
                : Arrays.stream(found)
                        .boxed()
                        .sorted(ascending ? order(by, found) : order(by, found).reversed())
                        .mapToInt(n -> n)
                        .toArray();
        return cancelled.getAsBoolean()
                ? null
                : new Rows(Arrays.copyOf(sorted, Math.min(sorted.length, MAX_ROWS)), found.length);
    }

    private IntPredicate matching(RequestFilter filter) {
        String[] words = filter.words().strip().toLowerCase(Locale.ROOT).split("\\s+");
        RequestFilter.Area area = filter.area();
        BitSet only = filter.only();
        return n -> {
            boolean isInArea = area == null || area.has(requests[n].startNanos(), requests[n].durationNanos());
            if (!isInArea || (only != null && !only.get(n))) {
                return false;
            }
            String text = filter.words().isBlank() ? "" : searched(n);
            return filter.words().isBlank() || Arrays.stream(words).allMatch(text::contains);
        };
    }

    private static int[] reversed(int[] rows) {
        return IntStream.range(0, rows.length)
                .map(n -> rows[rows.length - 1 - n])
                .toArray();
    }

    private Comparator<Integer> order(RequestColumn by, int[] found) {
        if (by.form() == RequestColumn.Form.TEXT) {
            // made once a row, not once a comparison
            String[] texts = new String[requests.length];
            Arrays.stream(found).forEach(n -> texts[n] = text(n, by));
            return Comparator.comparing(n -> texts[n], String.CASE_INSENSITIVE_ORDER);
        }
        return by.form() == RequestColumn.Form.NUMBER
                ? Comparator.comparingLong(n -> number(n, by))
                : Comparator.comparingDouble(n -> share(n, by));
    }

    private String searched(int n) {
        return String.join(
                        "\n",
                        text(n, RequestColumn.OPERATION),
                        text(n, RequestColumn.STEP),
                        text(n, RequestColumn.STATE),
                        text(n, RequestColumn.HINTS))
                .toLowerCase(Locale.ROOT);
    }

    private long number(int n, RequestColumn column) {
        Request request = requests[n];
        return switch (column) {
            case START -> request.startNanos();
            case DURATION -> request.durationNanos();
            case HOPS -> request.hops();
            case THREADS -> request.threads();
            default -> throw new IllegalArgumentException("not a number: " + column);
        };
    }

    /** A part of the request's duration, from 0 to 1. */
    public double share(int n, RequestColumn column) {
        long duration = requests[n].durationNanos();
        long nanos = switch (column) {
            case RAN -> ranNanos[n];
            case QUEUED -> queuedNanos[n];
            case WAITED -> duration - ranNanos[n] - queuedNanos[n];
            default -> throw new IllegalArgumentException("not a share: " + column);
        };
        return duration == 0 ? 0 : (double) nanos / duration;
    }

    /** What the cell says. */
    public String text(int n, RequestColumn column) {
        Request request = requests[n];
        return switch (column) {
            case OPERATION -> recording.model().contexts().operation(request.row());
            case STEP -> {
                String place = recording.model().contexts().isRequest(request.row())
                        ? null
                        : StepNames.place(recording.model(), request.row());
                yield place == null ? "" : place;
            }
            case START -> Times.of(request.startNanos());
            case DURATION -> Durations.of(request.durationNanos());
            case QUEUED, RAN, WAITED -> Durations.share(share(n, column));
            case HOPS -> Integer.toString(request.hops());
            case THREADS -> Integer.toString(request.threads());
            case STATE -> RequestText.state(request);
            case HINTS -> RequestText.hints(recording.model(), request.row());
        };
    }

    /** Rows and columns as text for a spreadsheet or a mail, with a first line of titles. */
    public String copy(int[] rows, Collection<RequestColumn> columns, Separated format) {
        return format.lines(
                columns.stream().map(RequestColumn::title).toList(),
                Arrays.stream(rows)
                        .mapToObj(n ->
                                columns.stream().map(column -> text(n, column)).toList())
                        .toList());
    }
}
