package dev.longstack.analysis.model;

import dev.longstack.analysis.source.EventSink.OpenRequest;
import dev.longstack.analysis.table.Groups;
import dev.longstack.analysis.table.IntColumn;
import dev.longstack.analysis.table.Names;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/*
 * 1. Mostly all runs of a request tell the name that it was first mentioned with: nothing is kept for such a one.
 * 2. The runs that name one of the others are grouped by it, and the name that was told last becomes its operation.
 */
/** Which names a request had: it may be known only after the request began, as a route is matched. */
final class RequestNames {
    private final ContextTable contexts;
    private final InvocationTable runs;
    private final Map<Long, OpenRequest> open;
    private final BitSet renamed = new BitSet();
    private final IntColumn firstNames = new IntColumn();
    private @Nullable Groups runsOf;

    private RequestNames(ContextTable contexts, InvocationTable runs, Map<Long, OpenRequest> open) {
        this.contexts = contexts;
        this.runs = runs;
        this.open = open;
    }

    /** Gives each request its last name. */
    static RequestNames settle(ContextTable contexts, InvocationTable runs, Map<Long, OpenRequest> open) {
        RequestNames names = new RequestNames(contexts, runs, open);
        names.findRenamed();
        if (!names.renamed.isEmpty()) {
            names.settle();
        }
        return names;
    }

    private void findRenamed() {
        for (int run = 0; run < runs.size(); run++) {
            int name = runs.requestNames.get(run);
            int row = name == Names.NONE ? ContextTable.NO_ROW : requestOf(run);
            if (row != ContextTable.NO_ROW && contexts.operations.get(row) != name) {
                renamed.set(row);
            }
        }
        for (OpenRequest each : open.values()) {
            int row = contexts.rowOf(each.requestId());
            boolean isNamed = row != ContextTable.NO_ROW && contexts.isRequest(row) && each.request() != null;
            if (isNamed && contexts.operations.get(row) != contexts.names.rowOf(each.request())) {
                renamed.set(row);
            }
        }
    }

    private int requestOf(int run) {
        int own = runs.contextRow(run);
        int row = contexts.isRequest(own) ? own : contexts.rowOf(runs.requestId(run));
        return row != ContextTable.NO_ROW && contexts.isRequest(row) ? row : ContextTable.NO_ROW;
    }

    private void settle() {
        runsOf = new Groups(contexts.size(), runs.size(), run -> {
            int row = runs.requestNames.get(run) == Names.NONE ? ContextTable.NO_ROW : requestOf(run);
            return row != ContextTable.NO_ROW && renamed.get(row) ? row : ContextTable.NO_ROW;
        });
        for (int row = 0; row < contexts.size(); row++) {
            firstNames.add(contexts.operations.get(row));
            if (renamed.get(row)) {
                contexts.operations.set(row, last(row));
            }
        }
    }

    private int last(int row) {
        int last = contexts.operations.get(row);
        long lastNanos = ContextTable.UNKNOWN;
        for (int run : byEnd(row)) {
            lastNanos = runs.endNanos(run);
            last = runs.requestNames.get(run);
        }
        OpenRequest event = open.get(contexts.id(row));
        if (event == null || event.request() == null || event.timeNanos() <= lastNanos) {
            return last;
        }
        return contexts.names.rowOf(event.request());
    }

    /** The runs that name the request; of two that ended together its own is the later one. */
    private List<Integer> byEnd(int row) {
        if (runsOf == null) {
            return List.of();
        }
        Groups groups = runsOf;
        return IntStream.range(0, groups.size(row))
                .mapToObj(n -> groups.row(row, n))
                .sorted(Comparator.<Integer>comparingLong(runs::endNanos)
                        .thenComparing(run -> runs.contextRow(run) == row))
                .toList();
    }

    /** Other names that were told for the request, in the order of time. */
    List<String> others(int row) {
        if (!renamed.get(row)) {
            return List.of();
        }
        Set<String> others = new LinkedHashSet<>();
        add(others, contexts.names.name(firstNames.get(row)));
        byEnd(row).forEach(run -> add(others, contexts.names.name(runs.requestNames.get(run))));
        OpenRequest event = open.get(contexts.id(row));
        add(others, event == null ? null : event.request());
        others.remove(contexts.operation(row));
        return List.copyOf(others);
    }

    private static void add(Set<String> names, @Nullable String name) {
        if (name != null) {
            names.add(name);
        }
    }
}
