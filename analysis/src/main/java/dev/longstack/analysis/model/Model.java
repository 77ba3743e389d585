package dev.longstack.analysis.model;

import dev.longstack.analysis.source.EventSink.CallSite;
import dev.longstack.analysis.source.EventSink.Configuration;
import dev.longstack.analysis.source.EventSink.Jvm;
import dev.longstack.analysis.source.EventSink.OpenRequest;
import dev.longstack.analysis.source.EventSink.Statistics;
import dev.longstack.analysis.table.Groups;
import dev.longstack.analysis.table.Spans;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a recording says, linked and frozen; any thread. */
public final class Model {
    /** The operation of what its constructor alone made. */
    public static final String CONSTRUCTED = "FutureTask";

    private final ContextTable contexts;
    private final InvocationTable invocations;
    private final RequestNames requestNames;
    private final SetApart setApart;
    private final int[] parentRows;
    private final Groups children;
    private final Groups runs;
    private final Tables tables;
    private final Rest rest;

    Model(Tables tables, RequestNames requestNames, int[] parentRows, SetApart setApart, Rest rest) {
        this.tables = tables;
        this.contexts = tables.contexts();
        this.invocations = tables.invocations();
        this.requestNames = requestNames;
        this.setApart = setApart;
        this.parentRows = parentRows;
        this.children = new Groups(contexts.size(), contexts.size(), row -> parentRows[row]);
        this.runs = new Groups(contexts.size(), invocations.size(), invocations::contextRow);
        this.rest = rest;
    }

    /** The columns. */
    record Tables(
            ContextTable contexts,
            InvocationTable invocations,
            WaitTable waits,
            HintTable hints,
            StreamTable streams,
            TrackedTable tracked) {}

    /**
     * What is not columns.
     *
     * @param startNanos of the first event; {@link Long#MAX_VALUE} without any
     * @param endNanos of the last event; {@link Long#MIN_VALUE} without any
     * @param eventCounts by event type, all types
     * @param dropped what the recorder left out, by reason
     * @param openRequests the newest word on each request that was told to be open, by its id
     * @param pauses when the JVM stood still
     * @param statistics in the order of the recording
     * @param unreadable what could not be read of the file, as sentences
     */
    public record Rest(
            long startNanos,
            long endNanos,
            Map<String, Long> eventCounts,
            Map<String, Long> dropped,
            Sampling sampling,
            Map<Long, OpenRequest> openRequests,
            Spans pauses,
            List<Statistics> statistics,
            Map<CallSiteKey, CallSite> callSites,
            List<Configuration> configurations,
            List<Jvm> jvms,
            Map<LinkIssue, Long> issues,
            List<String> unreadable) {}

    /** One in how many roots was recorded in the end, and at the fewest; 1 for all. */
    public record Sampling(int lastEvery, int mostEvery) {
        /** All were. */
        public static final Sampling NONE = new Sampling(1, 1);
    }

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

    /** What threads waited for. */
    public WaitTable waits() {
        return tables.waits();
    }

    public HintTable hints() {
        return tables.hints();
    }

    /** What went through probed streams. */
    public StreamTable streams() {
        return tables.streams();
    }

    public TrackedTable tracked() {
        return tables.tracked();
    }

    /** The parent's row, of a request its provenance's; {@link ContextTable#NO_ROW} for none or unknown. */
    public int parentRow(int row) {
        return parentRows[row];
    }

    /** Whether there was no parent, as opposed to one that the recording does not have. */
    public boolean hasNoParent(int row) {
        return contexts.parentId(row) == 0;
    }

    /** Work whose request is unknown. */
    public SetApart setApart() {
        return setApart;
    }

    /** Whether it and what is below it is not its parent's: a request, periodic work, or what is set apart. */
    public boolean topsItsOwnTree(int row) {
        return contexts.isRequest(row) || contexts.isPeriodic(row) || setApart.contains(row);
    }

    /** Made by a constructor and never handed to anybody, as far as the recording tells: a marker, not work that waits. */
    public boolean isMarker(int row) {
        return runCount(row) == 0
                && contexts.releaseReason(row) == null
                && contexts.operation(row).equals(CONSTRUCTED);
    }

    /** Names that were told for a request before its last one, or beside it; empty where there are none. */
    public List<String> otherNames(int row) {
        return requestNames.others(row);
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
        // mostly they are in the order of their numbers
        if (invocation > 0
                && invocation <= runCount(row)
                && invocations.number(run(row, invocation - 1)) == invocation) {
            return run(row, invocation - 1);
        }
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
