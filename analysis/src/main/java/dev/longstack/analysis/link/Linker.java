package dev.longstack.analysis.link;

import dev.longstack.analysis.model.ContextTable;
import dev.longstack.analysis.model.LinkIssue;
import dev.longstack.analysis.model.Model;
import dev.longstack.analysis.model.Model.CallSiteKey;
import dev.longstack.analysis.model.Model.Sampling;
import dev.longstack.analysis.model.ModelBuilder;
import dev.longstack.analysis.model.SetApart;
import dev.longstack.analysis.source.ContextFacts;
import dev.longstack.analysis.source.EventSink;
import dev.longstack.analysis.table.Spans;
import dev.longstack.events.EventNames;
import dev.longstack.events.Protocol;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/*
 * 1. Events come in any order; a context gets its row from whichever names it first.
 * 2. A run that had not ended is kept aside, the last word on it wins, and an ended run of the same number beats it.
 * 3. At the end each parent id becomes a row, cycles are cut, and what does not fit is counted.
 */
/** Links the events of one recording, by id; one thread. */
public final class Linker implements EventSink {
    private final ModelBuilder builder = new ModelBuilder();
    private final Map<Long, Active> active = new HashMap<>();
    private final Map<String, long[]> eventCounts = new HashMap<>();
    private final Map<String, Long> dropped = new TreeMap<>();
    private final Map<Long, OpenRequest> openRequests = new HashMap<>();
    private final Spans.Builder pauses = new Spans.Builder();
    private final List<Statistics> statistics = new ArrayList<>();
    private final Map<CallSiteKey, CallSite> callSites = new HashMap<>();
    private final List<Configuration> configurations = new ArrayList<>();
    private final Set<Jvm> jvms = new LinkedHashSet<>();
    private final List<String> unreadable = new ArrayList<>();
    private final Map<LinkIssue, Long> issues = new EnumMap<>(LinkIssue.class);

    private final BitSet created = new BitSet();

    private Sampling sampling = Sampling.NONE;
    private long samplingNanos = Long.MIN_VALUE;
    private long startNanos = Long.MAX_VALUE;
    private long endNanos = Long.MIN_VALUE;

    private record Active(ContextFacts context, Run run) {}

    @Override
    public void creation(ContextFacts context, long timeNanos, @Nullable String thread, @Nullable String stack) {
        saw(EventNames.CONTEXT_CREATION, timeNanos);
        if (isNowhere(context)) {
            return;
        }
        int row = builder.context(context);
        created.set(row);
        builder.created(row, possible(timeNanos), thread, stack);
    }

    @Override
    public void invocation(ContextFacts context, Run run, Schedule schedule) {
        saw(EventNames.CONTEXT_INVOCATION, run.startNanos());
        extend(run.endNanos());
        if (isNowhere(context)) {
            return;
        }
        if (Times.isPossible(run) && Times.isPossible(schedule)) {
            invoked(context, run, schedule);
        } else {
            count(LinkIssue.IMPOSSIBLE_TIME);
            invoked(context, Times.isPossible(run) ? run : Times.repaired(run), Times.repaired(schedule));
        }
    }

    private void invoked(ContextFacts context, Run run, Schedule schedule) {
        long queueNanos = schedule.queueNanos();
        boolean back = run.endNanos() < run.startNanos() || (queueNanos < 0 && queueNanos != UNKNOWN);
        if (back) {
            count(LinkIssue.CLOCK_WENT_BACK);
        }
        builder.invoked(
                builder.context(context), context, back ? forward(run) : run, back ? withoutQueue(schedule) : schedule);
    }

    private static Run forward(Run run) {
        return until(run, Math.max(run.startNanos(), run.endNanos()));
    }

    private static Run until(Run run, long endNanos) {
        return new Run(
                run.invocation(),
                run.startNanos(),
                endNanos,
                run.thread(),
                run.failure(),
                run.requestId(),
                run.request());
    }

    private static Schedule withoutQueue(Schedule schedule) {
        long queue = schedule.queueNanos() < 0 ? 0 : schedule.queueNanos();
        return new Schedule(
                schedule.triggerId(),
                schedule.creationThread(),
                schedule.delayNanos(),
                queue,
                schedule.queueType(),
                schedule.queueLength());
    }

    @Override
    public void release(ContextFacts context, long timeNanos, String reason) {
        saw(EventNames.CONTEXT_RELEASE, timeNanos);
        if (!isNowhere(context)) {
            builder.released(builder.context(context), possible(timeNanos), reason);
        }
    }

    /** Unknown in place of a time that can't be; such a one is counted. */
    private long possible(long timeNanos) {
        if (Times.isPossible(timeNanos)) {
            return timeNanos;
        }
        count(LinkIssue.IMPOSSIBLE_TIME);
        return UNKNOWN;
    }

    @Override
    public void active(ContextFacts context, Run run) {
        saw(EventNames.ACTIVE_INVOCATION, run.endNanos());
        if (!isNowhere(context)) {
            boolean possible = isPossible(run.startNanos(), run.endNanos());
            active.merge(
                    context.contextId(),
                    new Active(context, possible ? run : Times.repaired(run)),
                    (a, b) -> a.run.endNanos() > b.run.endNanos() ? a : b);
        }
    }

    /** Whether something can have lasted from one to the other; what can't is counted. */
    private boolean isPossible(long fromNanos, long toNanos) {
        boolean possible = Times.isPossible(fromNanos) && Times.isPossible(toNanos) && fromNanos <= toNanos;
        if (!possible) {
            count(LinkIssue.IMPOSSIBLE_TIME);
        }
        return possible;
    }

    /** Whether the event can belong to no context; such a one is counted. */
    private boolean isNowhere(ContextFacts context) {
        boolean nowhere = context.contextId() <= Protocol.NO_CONTEXT;
        if (nowhere) {
            count(LinkIssue.NO_CONTEXT);
        }
        return nowhere;
    }

    @Override
    public void callSite(CallSite site) {
        saw(EventNames.CALL_SITE, UNKNOWN);
        callSites.merge(
                new CallSiteKey(site.operation(), site.taskClass(), site.parentOperation()),
                site,
                (a, b) -> a.created() > b.created() ? a : b);
    }

    @Override
    public void hint(long contextId, long timeNanos, String name, @Nullable String details) {
        saw(EventNames.HINT, timeNanos);
        builder.hint(contextId, timeNanos, name, details);
    }

    @Override
    public void waited(Wait wait) {
        saw(wait.type(), wait.startNanos());
        if (isPossible(wait.startNanos(), wait.endNanos())) {
            builder.waited(wait);
        }
    }

    @Override
    public void paused(String type, long pauseStartNanos, long pauseEndNanos) {
        saw(type, pauseStartNanos);
        if (isPossible(pauseStartNanos, pauseEndNanos)) {
            pauses.add(pauseStartNanos, pauseEndNanos);
        }
    }

    @Override
    public void streamBuffer(StreamBuffer buffer) {
        saw(EventNames.STREAM_BUFFER, buffer.startNanos());
        builder.streamBuffer(buffer);
    }

    @Override
    public void trackedObject(TrackedObject object) {
        saw(EventNames.TRACKED_OBJECT, object.timeNanos());
        builder.trackedObject(object);
    }

    @Override
    public void statistics(Statistics event) {
        saw(EventNames.RUNTIME_STATISTICS, event.timeNanos());
        statistics.add(event);
    }

    @Override
    public void openRequest(OpenRequest open) {
        saw(EventNames.OPEN_REQUEST, open.timeNanos());
        openRequests.merge(open.requestId(), open, (a, b) -> a.timeNanos() > b.timeNanos() ? a : b);
    }

    @Override
    public void dropped(Dropped event) {
        saw(EventNames.DROPPED, UNKNOWN);
        dropped.merge(event.reason(), event.count(), Math::max);
        int every = Math.max(1, event.sampleEvery());
        boolean isLast = event.timeNanos() >= samplingNanos;
        sampling = new Sampling(isLast ? every : sampling.lastEvery(), Math.max(every, sampling.mostEvery()));
        samplingNanos = Math.max(samplingNanos, event.timeNanos());
    }

    @Override
    public void configuration(Configuration configuration) {
        saw(EventNames.CONFIGURATION, UNKNOWN);
        configurations.add(configuration);
    }

    @Override
    public void jvm(Jvm jvm, long timeNanos) {
        saw("jdk.JVMInformation", timeNanos);
        jvms.add(jvm);
    }

    @Override
    public void other(String type, long timeNanos) {
        saw(type, timeNanos);
    }

    @Override
    public void unreadable(String what) {
        unreadable.add(what);
        count(LinkIssue.TRUNCATED);
    }

    private void saw(String type, long timeNanos) {
        long[] count = eventCounts.get(type);
        if (count == null) {
            count = new long[1];
            eventCounts.put(type, count);
        }
        count[0]++;
        extend(timeNanos);
    }

    private void extend(long timeNanos) {
        if (!Times.isPossible(timeNanos)) {
            return;
        }
        startNanos = Math.min(startNanos, timeNanos);
        endNanos = Math.max(endNanos, timeNanos);
    }

    private void count(LinkIssue issue) {
        issues.merge(issue, 1L, Long::sum);
    }

    /** The model of all that came; the linker is used up. */
    public Model link() {
        addWhatStillRan();
        int[] parentRows = parentRows();
        cutCycles(parentRows);
        countContextIssues();
        SetApart setApart = builder.setApart(parentRows);
        if (!setApart.isEmpty()) {
            issues.put(LinkIssue.REQUEST_UNKNOWN, (long) setApart.size());
        }
        Set<Long> processes = new HashSet<>();
        configurations.forEach(each -> processes.add(each.processInstance()));
        if (processes.size() > 1) {
            issues.put(LinkIssue.SEVERAL_PROCESSES, (long) processes.size());
        }
        long left = dropped.values().stream().mapToLong(Long::longValue).sum();
        if (left > 0) {
            issues.put(LinkIssue.DROPPED, left);
        }
        return builder.freeze(
                parentRows,
                setApart,
                new Model.Rest(
                        startNanos,
                        endNanos,
                        counts(),
                        dropped,
                        sampling,
                        openRequests,
                        pauses.build(),
                        List.copyOf(statistics),
                        callSites,
                        List.copyOf(configurations),
                        List.copyOf(jvms),
                        issues,
                        List.copyOf(unreadable)));
    }

    private Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        eventCounts.forEach((type, count) -> counts.put(type, count[0]));
        return counts;
    }

    private void addWhatStillRan() {
        Set<Long> ended = new HashSet<>();
        for (int run = 0; run < builder.invocations().size() && !active.isEmpty(); run++) {
            long id = builder.contexts().id(builder.invocations().contextRow(run));
            Active running = active.get(id);
            if (running != null
                    && running.run.invocation() == builder.invocations().number(run)) {
                ended.add(id);
            }
        }
        for (Active each : active.values()) {
            if (!ended.contains(each.context.contextId())) {
                count(LinkIssue.RUNNING);
                Run run = each.run;
                builder.invoked(
                        builder.context(each.context),
                        each.context,
                        until(run, Math.max(run.endNanos(), endNanos)),
                        null);
            }
        }
    }

    private int[] parentRows() {
        ContextTable contexts = builder.contexts();
        int[] parentRows = new int[contexts.size()];
        for (int row = 0; row < parentRows.length; row++) {
            long parentId = contexts.parentId(row);
            parentRows[row] = contexts.rowOf(parentId);
            if (parentId == Protocol.UNKNOWN_CONTEXT) {
                count(LinkIssue.PARENT_UNKNOWN);
            } else if (parentId != Protocol.NO_CONTEXT && parentRows[row] == ContextTable.NO_ROW) {
                count(LinkIssue.PARENT_MISSING);
            }
        }
        return parentRows;
    }

    /** Walks each chain up to what an earlier walk has seen: each row is walked once. */
    private void cutCycles(int[] parentRows) {
        int[] walks = new int[parentRows.length];
        Arrays.fill(walks, -1);
        for (int first = 0; first < parentRows.length; first++) {
            int row = first;
            while (row != ContextTable.NO_ROW && walks[row] < 0) {
                walks[row] = first;
                int parent = parentRows[row];
                if (parent != ContextTable.NO_ROW && walks[parent] == first) {
                    parentRows[row] = ContextTable.NO_ROW;
                    count(LinkIssue.CYCLE);
                    parent = ContextTable.NO_ROW;
                }
                row = parent;
            }
        }
    }

    private void countContextIssues() {
        ContextTable contexts = builder.contexts();
        boolean allCreations = configurations.stream().anyMatch(each -> "all".equals(each.creations()));
        boolean[] invoked = new boolean[contexts.size()];
        for (int run = 0; run < builder.invocations().size(); run++) {
            int row = builder.invocations().contextRow(run);
            invoked[row] = true;
            long released = contexts.releaseNanos(row);
            if (released != UNKNOWN && builder.invocations().startNanos(run) > released) {
                count(LinkIssue.INVOKED_AFTER_RELEASE);
            }
        }
        for (int row = 0; row < invoked.length; row++) {
            if (!invoked[row] && contexts.releaseReason(row) == null) {
                count(LinkIssue.NEVER_INVOKED);
            }
            if (allCreations && !created.get(row)) {
                count(LinkIssue.CREATION_MISSING);
            }
        }
    }
}
