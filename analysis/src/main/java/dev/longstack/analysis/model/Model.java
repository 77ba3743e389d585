package dev.longstack.analysis.model;

import dev.longstack.analysis.source.EventSink.CallSite;
import dev.longstack.analysis.source.EventSink.Configuration;
import dev.longstack.analysis.source.EventSink.Jvm;
import dev.longstack.analysis.table.Groups;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a recording says, linked and frozen; any thread. */
public final class Model {
    private final ContextTable contexts;
    private final InvocationTable invocations;
    private final int[] parentRows;
    private final Groups children;
    private final Groups runs;
    private final Rest rest;

    Model(ContextTable contexts, InvocationTable invocations, int[] parentRows, Rest rest) {
        this.contexts = contexts;
        this.invocations = invocations;
        this.parentRows = parentRows;
        this.children = new Groups(contexts.size(), contexts.size(), row -> parentRows[row]);
        this.runs = new Groups(contexts.size(), invocations.size(), invocations::contextRow);
        this.rest = rest;
    }

    /**
     * What is not columns.
     *
     * @param startNanos of the first event; {@link Long#MAX_VALUE} without any
     * @param endNanos of the last event; {@link Long#MIN_VALUE} without any
     * @param eventCounts by event type, all types
     * @param dropped what the recorder left out, by reason
     * @param hints by context id
     * @param unreadable what could not be read of the file, as sentences
     */
    public record Rest(
            long startNanos,
            long endNanos,
            Map<String, Long> eventCounts,
            Map<String, Long> dropped,
            Map<Long, List<Hint>> hints,
            Map<CallSiteKey, CallSite> callSites,
            List<Configuration> configurations,
            List<Jvm> jvms,
            Map<LinkIssue, Long> issues,
            List<String> unreadable) {}

    /** What a context said of itself. */
    public record Hint(
            long timeNanos, String name, @Nullable String details) {}

    /** What shares a typical stack. */
    public record CallSiteKey(
            String operation,
            @Nullable String taskClass,
            @Nullable String parentOperation) {}

    public ContextTable contexts() {
        return contexts;
    }

    public InvocationTable invocations() {
        return invocations;
    }

    /** The parent's row, of a request its provenance's; {@link ContextTable#NO_ROW} for none or unknown. */
    public int parentRow(int row) {
        return parentRows[row];
    }

    /** Whether there was no parent, as opposed to one that the recording does not have. */
    public boolean hasNoParent(int row) {
        return contexts.parentId(row) == 0;
    }

    /** Contexts created under this one, requests included; rows. */
    public int childCount(int row) {
        return children.size(row);
    }

    public int child(int row, int n) {
        return children.row(row, n);
    }

    public int runCount(int row) {
        return runs.size(row);
    }

    /** A row of the invocation table. */
    public int run(int row, int n) {
        return runs.row(row, n);
    }

    /** The run with this number; {@link ContextTable#NO_ROW} where the recording has none. */
    public int runNumbered(int row, int invocation) {
        for (int n = 0; n < runCount(row); n++) {
            if (invocations.number(run(row, n)) == invocation) {
                return run(row, n);
            }
        }
        return ContextTable.NO_ROW;
    }

    public Rest rest() {
        return rest;
    }

    /** Whether the recording has any event of ours. */
    public boolean hasLongstackEvents() {
        return rest.eventCounts().keySet().stream().anyMatch(type -> type.startsWith("longstack."));
    }

    /** The typical stack of the context's call site; null where the recording has none. */
    public @Nullable CallSite callSite(int row) {
        int parent = parentRows[row];
        String parentOperation = parent == ContextTable.NO_ROW ? null : contexts.operation(parent);
        return rest.callSites().get(new CallSiteKey(contexts.operation(row), contexts.taskClass(row), parentOperation));
    }
}
