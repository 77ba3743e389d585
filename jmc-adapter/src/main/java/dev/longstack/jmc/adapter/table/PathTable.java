package dev.longstack.jmc.adapter.table;

import dev.longstack.analysis.model.ContextTable;
import dev.longstack.analysis.model.Model;
import dev.longstack.analysis.table.Groups;
import dev.longstack.analysis.text.Durations;
import dev.longstack.analysis.tree.Request;
import dev.longstack.jmc.adapter.items.OpenRecording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Steps of all requests, put together by the operations that lead to them. A step's time is from its creation to the end of its
 * last run, a request's its duration.
 */
public final class PathTable {
    /** Deeper steps count for the path cut there; an operation that repeats itself is one piece of a path. */
    private static final int MAX_DEPTH = 40;

    private static final String ARROW = " → ";

    private final List<Path> paths;
    private final Groups steps;
    private final int[] requestOfStep;

    private PathTable(List<Path> paths, Groups steps, int[] requestOfStep) {
        this.paths = paths;
        this.steps = steps;
        this.requestOfStep = requestOfStep;
    }

    /**
     * What all steps of one path came to; times in nanoseconds.
     *
     * @param number tells paths of one table apart
     */
    public record Path(int number, String name, int count, long total, long p50, long p95, long p99, long max) {
        /** The cells of a row: operations, count, total, percentiles, maximum. */
        public List<String> cells() {
            return List.of(
                    name,
                    Integer.toString(count),
                    Durations.of(total),
                    Durations.of(p50),
                    Durations.of(p95),
                    Durations.of(p99),
                    Durations.of(max));
        }
    }

    /** The titles of {@link Path#cells}. */
    public static List<String> titles() {
        return List.of("Operations", "Count", "Total", "p50", "p95", "p99", "Max");
    }

    /** The paths, the one with the most time first. */
    public List<Path> paths() {
        return paths;
    }

    /** The indexes of the requests that have steps of a path, as they were given. */
    public BitSet requests(Path path) {
        BitSet requests = new BitSet();
        for (int n = 0; n < steps.size(path.number()); n++) {
            requests.set(requestOfStep[steps.row(path.number(), n)]);
        }
        return requests;
    }

    /** Of these requests; null where it was cancelled. */
    public static @Nullable PathTable of(OpenRecording recording, List<Request> requests, BooleanSupplier cancelled) {
        Collector collector = new Collector(recording.model());
        for (int n = 0; n < requests.size(); n++) {
            if (cancelled.getAsBoolean()) {
                return null;
            }
            Request request = requests.get(n);
            collector.add(n, request, recording.requests().tree(request.row(), request.invocation()));
        }
        return collector.table();
    }

    /** A piece of a path: an operation below another piece. */
    private record Node(int parent, int operation) {}

    private static final class Collector {
        private final Model model;
        private final Map<Node, Integer> nodes = new HashMap<>();
        private final List<Node> byNumber = new ArrayList<>();
        private final List<Integer> depths = new ArrayList<>();
        private final Map<Integer, Integer> nodeOfRow = new HashMap<>();
        private long[] times = new long[16];
        private int[] nodeOfTime = new int[16];
        private int[] requestOfTime = new int[16];
        private int size;

        Collector(Model model) {
            this.model = model;
        }

        void add(int index, Request request, List<Integer> tree) {
            nodeOfRow.clear();
            for (int row : tree) {
                int parent = row == request.row() ? -1 : nodeOfRow.getOrDefault(model.parentRow(row), -1);
                int node = node(parent, model.contexts().operationRow(row));
                nodeOfRow.put(row, node);
                long nanos = row == request.row() ? request.durationNanos() : nanos(row);
                if (nanos != ContextTable.UNKNOWN) {
                    add(index, node, nanos);
                }
            }
        }

        private int node(int parent, int operation) {
            if (parent >= 0 && (byNumber.get(parent).operation() == operation || depths.get(parent) >= MAX_DEPTH)) {
                return parent;
            }
            Node node = new Node(parent, operation);
            Integer known = nodes.get(node);
            if (known != null) {
                return known;
            }
            nodes.put(node, byNumber.size());
            depths.add(parent < 0 ? 0 : depths.get(parent) + 1);
            byNumber.add(node);
            return byNumber.size() - 1;
        }

        private long nanos(int row) {
            int runs = model.runCount(row);
            if (runs == 0) {
                return ContextTable.UNKNOWN;
            }
            long created = model.contexts().creationNanos(row);
            long begin = created == ContextTable.UNKNOWN ? model.invocations().startNanos(model.run(row, 0)) : created;
            long end = begin;
            for (int n = 0; n < runs; n++) {
                end = Math.max(end, model.invocations().endNanos(model.run(row, n)));
            }
            return end - begin;
        }

        private void add(int request, int node, long nanos) {
            if (size == times.length) {
                times = Arrays.copyOf(times, 2 * size);
                nodeOfTime = Arrays.copyOf(nodeOfTime, 2 * size);
                requestOfTime = Arrays.copyOf(requestOfTime, 2 * size);
            }
            times[size] = nanos;
            requestOfTime[size] = request;
            nodeOfTime[size++] = node;
        }

        PathTable table() {
            Groups groups = new Groups(byNumber.size(), size, n -> nodeOfTime[n]);
            List<Path> paths = new ArrayList<>();
            for (int node = 0; node < byNumber.size(); node++) {
                long[] sorted = new long[groups.size(node)];
                for (int n = 0; n < sorted.length; n++) {
                    sorted[n] = times[groups.row(node, n)];
                }
                if (sorted.length > 0) {
                    Arrays.sort(sorted);
                    paths.add(path(node, sorted));
                }
            }
            paths.sort(Comparator.comparingLong(Path::total).reversed());
            return new PathTable(paths, groups, requestOfTime);
        }

        private Path path(int node, long[] sorted) {
            return new Path(
                    node,
                    name(node),
                    sorted.length,
                    Arrays.stream(sorted).sum(),
                    percentile(sorted, 50),
                    percentile(sorted, 95),
                    percentile(sorted, 99),
                    sorted[sorted.length - 1]);
        }

        private String name(int node) {
            Node piece = byNumber.get(node);
            String operation = model.contexts().operationNamed(piece.operation());
            return piece.parent() < 0 ? operation : name(piece.parent()) + ARROW + operation;
        }

        /** The smallest value that so many percent are not above. */
        private static long percentile(long[] sorted, int percent) {
            return sorted[Math.max(0, (int) Math.ceil(sorted.length * percent / 100.0) - 1)];
        }
    }
}
