package dev.longstack.jmc.adapter.timeline;

import dev.longstack.analysis.Analysis;
import dev.longstack.analysis.model.ContextTable;
import dev.longstack.analysis.model.InvocationTable;
import dev.longstack.analysis.model.Model;
import dev.longstack.analysis.stack.StepNames;
import dev.longstack.analysis.table.Groups;
import dev.longstack.analysis.table.Search;
import dev.longstack.analysis.tree.Request;
import dev.longstack.analysis.tree.Waits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The runs of some requests in lanes, each lane sorted by start; any thread. A run is named by its position, from 0 on, lane after
 * lane. Times are nanoseconds since the epoch.
 */
public final class Timeline {
    /** No such run, lane. */
    public static final int NONE = -1;

    private final Analysis analysis;
    private final Model model;
    private final Held held;
    private final List<Hold> holds;
    private final List<String> lanes;
    /** The lanes after these are of threads that only held something. */
    private final int runLanes;

    private final List<Integer> laneOfHold;
    private final int[] laneStarts;
    private final int[] runs;
    private final long[] starts;
    private final long[] ends;
    private final long[] latestEnds;
    private final int[] positionOfRun;
    private final long fromNanos;
    private final long toNanos;

    private Timeline(Analysis analysis, List<Hold> holds, List<String> runLanes, int[] laneStarts, int[] runs) {
        this.analysis = analysis;
        this.model = analysis.model();
        this.held = new Held(model.streams());
        this.holds = holds;
        this.runLanes = runLanes.size();
        this.lanes = new ArrayList<>(runLanes);
        holds.stream()
                .map(Hold::thread)
                .distinct()
                .filter(each -> !lanes.contains(each))
                .forEach(lanes::add);
        this.laneOfHold =
                holds.stream().map(each -> lanes.indexOf(each.thread())).toList();
        this.laneStarts = Arrays.copyOf(laneStarts, lanes.size() + 1);
        Arrays.fill(this.laneStarts, runLanes.size() + 1, lanes.size() + 1, runs.length);
        this.runs = runs;
        InvocationTable table = model.invocations();
        starts = new long[runs.length];
        ends = new long[runs.length];
        latestEnds = new long[runs.length];
        positionOfRun = new int[table.size()];
        Arrays.fill(positionOfRun, NONE);
        long from = Long.MAX_VALUE;
        long to = Long.MIN_VALUE;
        for (int lane = 0; lane < lanes.size(); lane++) {
            long latest = Long.MIN_VALUE;
            for (int at = this.laneStarts[lane]; at < this.laneStarts[lane + 1]; at++) {
                starts[at] = table.startNanos(runs[at]);
                ends[at] = table.endNanos(runs[at]);
                latest = Math.max(latest, ends[at]);
                latestEnds[at] = latest;
                positionOfRun[runs[at]] = at;
                from = Math.min(from, starts[at]);
            }
            to = Math.max(to, latest);
        }
        fromNanos = runs.length == 0 ? 0 : from;
        toNanos = runs.length == 0 ? 1 : Math.max(to, from + 1);
    }

    /** What the recording's streams held by backpressure. */
    Held held() {
        return held;
    }

    /** Whether there is anything of it. */
    public boolean hasHeld() {
        return !held.isEmpty();
    }

    /** The timeline of these requests; the thread of the caller. */
    public static Timeline of(Analysis analysis, List<Request> requests, LaneBy by) {
        Model model = analysis.model();
        InvocationTable table = model.invocations();
        int[] byStart = sorted(runsOf(analysis, requests), table);
        Map<String, Integer> laneOf = new HashMap<>();
        List<String> lanes = new ArrayList<>();
        int[] lane = new int[byStart.length];
        for (int n = 0; n < byStart.length; n++) {
            int run = byStart[n];
            String thread = by == LaneBy.THREAD ? table.thread(run) : null;
            String name = by == LaneBy.OPERATION
                    ? model.contexts().operation(table.contextRow(run))
                    : thread == null ? "unknown" : thread;
            Integer known = laneOf.putIfAbsent(name, lanes.size());
            if (known == null) {
                lanes.add(name);
            }
            lane[n] = known == null ? lanes.size() - 1 : known;
        }
        Groups groups = new Groups(lanes.size(), byStart.length, n -> lane[n]);
        int[] laneStarts = new int[lanes.size() + 1];
        int[] runs = new int[byStart.length];
        int at = 0;
        for (int each = 0; each < lanes.size(); each++) {
            for (int n = 0; n < groups.size(each); n++) {
                runs[at++] = byStart[groups.row(each, n)];
            }
            laneStarts[each + 1] = at;
        }
        return new Timeline(analysis, Hold.of(analysis, requests), lanes, laneStarts, runs);
    }

    /** Rows of the invocation table, each once. */
    private static BitSet runsOf(Analysis analysis, List<Request> requests) {
        Model model = analysis.model();
        BitSet runs = new BitSet(model.invocations().size());
        for (Request request : requests) {
            for (int row : analysis.requests().tree(request.row(), request.invocation())) {
                for (int n = 0; n < model.runCount(row); n++) {
                    int run = model.run(row, n);
                    if (request.has(model.invocations(), run)) {
                        runs.set(run);
                    }
                }
            }
        }
        return runs;
    }

    /** In the order of their starts, which is nearly that of the recording: such a list takes hardly longer to sort than to read. */
    private static int[] sorted(BitSet runs, InvocationTable table) {
        Integer[] sorted = runs.stream().boxed().toArray(Integer[]::new);
        long[] starts = new long[table.size()];
        for (int run : sorted) {
            starts[run] = table.startNanos(run);
        }
        Arrays.sort(sorted, (a, b) -> Long.compare(starts[a], starts[b]));
        return Arrays.stream(sorted).mapToInt(run -> run).toArray();
    }

    public Model model() {
        return model;
    }

    /** What the threads waited for. */
    Waits waits() {
        return analysis.waits();
    }

    /** Who held what they waited for, earliest first. */
    public List<Hold> holds() {
        return holds;
    }

    /** Who held what was waited for in a wait: indexes of holds, earliest first. */
    public List<Integer> holdsOf(int waitRow) {
        return IntStream.range(0, holds.size())
                .filter(n -> holds.get(n).waitRow() == waitRow)
                .boxed()
                .toList();
    }

    public int laneOfHold(int hold) {
        return laneOfHold.get(hold);
    }

    /** Whether the lane is of a thread that ran nothing here and only held what others waited for. */
    public boolean isHoldersOnly(int lane) {
        return lane >= runLanes;
    }

    /** The first lane that has this name; {@link #NONE} for none. */
    int laneNamed(String name) {
        return lanes.indexOf(name);
    }

    /** The wait of a thread at a time, the shortest of several; {@link #NONE} for none. */
    int waitOf(int threadRow, long nanos, long slackNanos) {
        int[] found = {NONE};
        model.waits().touching(threadRow, nanos - slackNanos, nanos + slackNanos, wait -> {
            if (found[0] == NONE
                    || model.waits().durationNanos(wait) < model.waits().durationNanos(found[0])) {
                found[0] = wait;
            }
        });
        return found[0];
    }

    /** How many runs it shows. */
    public int size() {
        return runs.length;
    }

    public int lanes() {
        return lanes.size();
    }

    /** As the recording has it: of a thread {@code name#id}. */
    public String lane(int lane) {
        return lanes.get(lane);
    }

    /** For people. */
    public String laneTitle(int lane) {
        return StepNames.thread(lanes.get(lane));
    }

    /** When the first run began. */
    public long fromNanos() {
        return fromNanos;
    }

    /** When the last run ended; later than the begin. */
    public long toNanos() {
        return toNanos;
    }

    /** The first position of the lane; of the lane after the last one the number of runs. */
    public int laneStart(int lane) {
        return laneStarts[lane];
    }

    /** A row of the invocation table. */
    public int run(int position) {
        return runs[position];
    }

    public int contextRow(int position) {
        return model.invocations().contextRow(runs[position]);
    }

    public long startNanos(int position) {
        return starts[position];
    }

    public long endNanos(int position) {
        return ends[position];
    }

    /** Where the run of this row of the invocation table is; {@link #NONE} for not here. */
    public int position(int run) {
        return run == ContextTable.NO_ROW ? NONE : positionOfRun[run];
    }

    public int laneOf(int position) {
        int found = Arrays.binarySearch(laneStarts, position);
        // of empty lanes that start at the same position the last one has it
        int lane = found < 0 ? -found - 2 : found;
        while (laneStarts[lane + 1] <= position) {
            lane++;
        }
        return lane;
    }

    /** The first run of the lane that ends at or after the time, or the position after its last one. */
    public int firstEndingAfter(int lane, long nanos) {
        int from = laneStarts[lane];
        return from + Search.first(laneStarts[lane + 1] - from, n -> latestEnds[from + n] >= nanos);
    }

    /**
     * The run at a place: of those that are there the one that began last; {@link #NONE} for none.
     *
     * @param slackNanos how far beside a run still is on it
     */
    public int at(int lane, long nanos, long slackNanos) {
        if (lane < 0 || lane >= lanes.size()) {
            return NONE;
        }
        int found = NONE;
        for (int at = firstEndingAfter(lane, nanos - slackNanos);
                at < laneStarts[lane + 1] && starts[at] <= nanos + slackNanos;
                at++) {
            boolean on = ends[at] >= nanos - slackNanos;
            boolean better = found == NONE || starts[at] <= nanos || starts[found] > nanos;
            if (on && better) {
                found = at;
            }
        }
        return found;
    }

    /** Where its parent created it; {@link #NONE} where that run is not here. */
    public int creator(int position) {
        int row = contextRow(position);
        int parent = model.parentRow(row);
        return parent == ContextTable.NO_ROW
                ? NONE
                : position(model.runNumbered(parent, model.contexts().parentInvocation(row)));
    }

    /** From when on it was queued; its start where that is unknown. */
    public long queuedFromNanos(int position) {
        long queue = model.invocations().queueNanos(runs[position]);
        return queue == ContextTable.UNKNOWN ? starts[position] : starts[position] - queue;
    }

    /** When it was created, as its run tells; its start where that is unknown. */
    public long creationNanos(int position) {
        long delay = model.invocations().delayNanos(runs[position]);
        return queuedFromNanos(position) - (delay == ContextTable.UNKNOWN ? 0 : delay);
    }
}
