package dev.longstack.analysis.model;

import dev.longstack.analysis.source.ContextFacts;
import dev.longstack.analysis.source.EventSink.Run;
import dev.longstack.analysis.source.EventSink.Schedule;
import dev.longstack.analysis.source.EventSink.StreamBuffer;
import dev.longstack.analysis.source.EventSink.TrackedObject;
import dev.longstack.analysis.source.EventSink.Wait;
import dev.longstack.analysis.table.Names;
import dev.longstack.events.ContextKind;
import org.jspecify.annotations.Nullable;

/** Fills the tables; one thread, thrown away after {@link #freeze}. */
public final class ModelBuilder {
    private final Names names = new Names();
    private final ContextTable contexts = new ContextTable(names);
    private final InvocationTable invocations = new InvocationTable(names);
    private final WaitTable waits = new WaitTable(names);
    private final HintTable hints = new HintTable(names);
    private final StreamTable streams = new StreamTable(names);
    private final TrackedTable tracked = new TrackedTable(names);
    private final int taskKind = names.rowOf(ContextKind.TASK.word());
    private final int requestKind = names.rowOf(ContextKind.REQUEST.word());

    /** The row of the context, added if it is new; what an earlier event did not tell is filled in. */
    public int context(ContextFacts facts) {
        int row = contexts.rowOf(facts.contextId());
        if (row == ContextTable.NO_ROW) {
            return add(facts);
        }
        if (contexts.operations.get(row) == Names.NONE) {
            contexts.operations.set(row, names.rowOf(facts.operation()));
            contexts.taskClasses.set(row, names.rowOf(facts.taskClass()));
        }
        if (contexts.kinds.get(row) == Names.NONE) {
            contexts.kinds.set(row, names.rowOf(facts.kind()));
        }
        return row;
    }

    private int add(ContextFacts facts) {
        int row = contexts.ids.add(facts.contextId());
        contexts.index.put(facts.contextId(), row);
        contexts.parentIds.add(facts.parentId());
        contexts.parentInvocations.add(facts.parentInvocation());
        contexts.kinds.add(names.rowOf(facts.kind()));
        contexts.operations.add(names.rowOf(facts.operation()));
        contexts.taskClasses.add(names.rowOf(facts.taskClass()));
        contexts.creationNanos.add(ContextTable.UNKNOWN);
        contexts.creationThreads.add(Names.NONE);
        contexts.stacks.add(Names.NONE);
        contexts.reasons.add(Names.NONE);
        contexts.releaseNanos.add(ContextTable.UNKNOWN);
        return row;
    }

    /** What its creation event tells. */
    public void created(int row, long timeNanos, @Nullable String thread, @Nullable String stack) {
        contexts.creationNanos.set(row, timeNanos);
        contexts.creationThreads.set(row, names.rowOf(thread));
        contexts.stacks.set(row, names.rowOf(stack));
    }

    /** What its release event tells. */
    public void released(int row, long timeNanos, String reason) {
        contexts.reasons.set(row, names.rowOf(reason));
        contexts.releaseNanos.set(row, timeNanos);
    }

    /** A run; one without a schedule has not ended. */
    public void invoked(int row, ContextFacts facts, Run run, @Nullable Schedule schedule) {
        if (schedule != null && contexts.kinds.get(row) == Names.NONE) {
            // the event of a run names every kind but this one
            contexts.kinds.set(row, taskKind);
        }
        invocations.contexts.add(row);
        invocations.numbers.add(run.invocation());
        invocations.starts.add(run.startNanos());
        invocations.ends.add(run.endNanos());
        invocations.threads.add(names.rowOf(run.thread()));
        invocations.failures.add(names.rowOf(run.failure()));
        invocations.ended.add(schedule == null ? 0 : 1);
        invocations.delays.add(schedule == null ? ContextTable.UNKNOWN : schedule.delayNanos());
        invocations.queues.add(schedule == null ? ContextTable.UNKNOWN : schedule.queueNanos());
        invocations.triggers.add(schedule == null ? -1 : schedule.triggerId());
        invocations.queueTypes.add(schedule == null ? Names.NONE : names.rowOf(schedule.queueType()));
        invocations.queueLengths.add(schedule == null ? -1 : queueLength(schedule));
        invocations.requestIds.add(run.requestId());
        boolean isNamedByOperation = run.request() == null && contexts.kinds.get(row) == requestKind;
        invocations.requestNames.add(names.rowOf(isNamedByOperation ? facts.operation() : run.request()));
        if (schedule != null && contexts.creationNanos.get(row) == ContextTable.UNKNOWN) {
            reckonCreation(row, run, schedule);
        }
    }

    private static int queueLength(Schedule schedule) {
        return schedule.queueType() == null ? -1 : Math.max(-1, schedule.queueLength());
    }

    private void reckonCreation(int row, Run run, Schedule schedule) {
        contexts.creationThreads.set(row, names.rowOf(schedule.creationThread()));
        if (schedule.queueNanos() != ContextTable.UNKNOWN && schedule.delayNanos() != ContextTable.UNKNOWN) {
            contexts.creationNanos.set(row, run.startNanos() - schedule.queueNanos() - schedule.delayNanos());
        }
    }

    public void waited(Wait wait) {
        waits.add(wait);
    }

    public void hint(long contextId, long timeNanos, String name, @Nullable String details) {
        hints.add(contextId, timeNanos, name, details);
    }

    public void streamBuffer(StreamBuffer buffer) {
        streams.add(buffer);
    }

    public void trackedObject(TrackedObject object) {
        tracked.add(object);
    }

    /** The tables so far. */
    public ContextTable contexts() {
        return contexts;
    }

    public InvocationTable invocations() {
        return invocations;
    }

    /** The work whose request is unknown; parent rows are by context row. */
    public SetApart setApart(int[] parentRows) {
        return SetApart.of(contexts, invocations, parentRows);
    }

    /** The model; parent rows are by context row. */
    public Model freeze(int[] parentRows, SetApart setApart, Model.Rest rest) {
        RequestNames requestNames = RequestNames.settle(contexts, invocations, rest.openRequests());
        waits.freeze();
        hints.freeze(contexts);
        Model.Tables tables = new Model.Tables(contexts, invocations, waits, hints, streams, tracked);
        Model model = new Model(tables, requestNames, parentRows, setApart, rest);
        assert ModelCheck.brokenRule(model) == null : "invariant: " + ModelCheck.brokenRule(model);
        return model;
    }
}
