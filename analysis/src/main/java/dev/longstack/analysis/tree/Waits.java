package dev.longstack.analysis.tree;

import dev.longstack.analysis.model.ContextTable;
import dev.longstack.analysis.model.InvocationTable;
import dev.longstack.analysis.model.Model;
import dev.longstack.analysis.model.WaitTable;
import dev.longstack.analysis.source.WaitKind;
import dev.longstack.analysis.stack.AsyncStack;
import dev.longstack.analysis.stack.AsyncStacks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the threads of a request waited for, and who held it meanwhile; any thread. */
public final class Waits {
    /** A chain of holders is cut there. */
    private static final int MAX_HOLDERS = 100;

    private static final Set<String> FUTURES =
            Set.of("java.util.concurrent.CompletableFuture$Signaller", "java.util.concurrent.FutureTask");

    private final Model model;
    private final WaitTable waits;
    private final AsyncStacks stacks;

    public Waits(Model model, AsyncStacks stacks) {
        this.model = model;
        this.waits = model.waits();
        this.stacks = stacks;
    }

    /**
     * A wait in a run.
     *
     * @param row of the wait table
     * @param run of the invocation table; the innermost one in which the thread waited
     */
    public record Wait(int row, int run) {}

    /**
     * A thread that held what another one waited for.
     *
     * @param fromNanos when it had got it; {@link ContextTable#UNKNOWN} where no event tells
     * @param run the innermost run on it then; {@link ContextTable#NO_ROW} for none or unknown
     */
    public record Holder(String thread, long fromNanos, int run) {}

    /** The longest waits in the tree of a request, longest first. */
    public List<Wait> longest(Request request, List<Integer> tree, int most) {
        InvocationTable runs = model.invocations();
        PriorityQueue<Wait> longest =
                new PriorityQueue<>(Comparator.comparingLong(wait -> waits.durationNanos(wait.row())));
        for (int row : tree) {
            for (int n = 0; n < model.runCount(row); n++) {
                int run = model.run(row, n);
                if (request.has(runs, run)) {
                    waits.touching(runs.threadRow(run), runs.startNanos(run), runs.endNanos(run), wait -> {
                        if (runOf(wait) == run) {
                            longest.add(new Wait(wait, run));
                        }
                        if (longest.size() > most) {
                            longest.poll();
                        }
                    });
                }
            }
        }
        List<Wait> sorted = new ArrayList<>(longest);
        sorted.sort(Comparator.<Wait>comparingLong(wait -> waits.durationNanos(wait.row()))
                .reversed());
        return sorted;
    }

    /** The one that says most: the longest that is no wait for another step's result, else the longest; null for none. */
    public static @Nullable Wait telling(Model model, List<Wait> longestFirst) {
        return longestFirst.stream()
                .filter(wait -> !isForResult(model.waits(), wait.row()))
                .findFirst()
                .orElse(longestFirst.isEmpty() ? null : longestFirst.get(0));
    }

    /** The innermost run in which the thread waited; {@link ContextTable#NO_ROW} for none. */
    public int runOf(int wait) {
        return stacks.innermostRun(waits.thread(wait), waits.startNanos(wait));
    }

    /** Whether the thread waited for another step's result: why that took long is to be looked for there. */
    public static boolean isForResult(WaitTable waits, int wait) {
        String subject = waits.subject(wait);
        return waits.kind(wait) == WaitKind.PARK && subject != null && FUTURES.contains(subject);
    }

    /** The async stack of a wait. */
    public AsyncStack stack(int wait) {
        return stacks.ofEvent(waits.stack(wait), waits.thread(wait), waits.startNanos(wait));
    }

    /**
     * The threads that held what was waited for, the last one first: the owner before the wait ended, the one from which that
     * thread had got it meanwhile, and so on. Empty where no event tells.
     */
    public List<Holder> holders(int wait) {
        List<Holder> holders = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        String holder = waits.holder(wait);
        long until = waits.endNanos(wait);
        while (holder != null && seen.add(holder) && holders.size() < MAX_HOLDERS) {
            int before = gotIt(holder, wait, until);
            boolean isKnown = before != ContextTable.NO_ROW;
            long at = isKnown ? waits.endNanos(before) : waits.startNanos(wait);
            holders.add(new Holder(holder, isKnown ? at : ContextTable.UNKNOWN, stacks.innermostRun(holder, at)));
            until = at;
            holder = isKnown ? waits.holder(before) : null;
        }
        return holders;
    }

    /** The wait in which a thread got what another one still waited for; {@link ContextTable#NO_ROW} where no event tells. */
    private int gotIt(String thread, int waiting, long until) {
        int[] last = {ContextTable.NO_ROW};
        waits.touching(waits.threadRow(thread), waits.startNanos(waiting), until, wait -> {
            boolean isIt = wait != waiting
                    && waits.isSameSubject(wait, waiting)
                    && waits.endNanos(wait) <= until
                    && waits.endNanos(wait) >= waits.startNanos(waiting);
            if (isIt && (last[0] == ContextTable.NO_ROW || waits.endNanos(wait) > waits.endNanos(last[0]))) {
                last[0] = wait;
            }
        });
        return last[0];
    }
}
