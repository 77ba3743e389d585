package dev.longstack.analysis.tree;

import dev.longstack.analysis.model.ContextTable;
import dev.longstack.analysis.model.InvocationTable;
import dev.longstack.analysis.model.Model;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/*
 * 1. Parents come before children, so that the tree a context is in, and whether that is assumed, is known before it.
 * 2. What is set apart is held against the tree it would be shown in: its starter's, or, where that is itself assumed to belong
 *    to another one, that other one. The time of a tree is reckoned without what is set apart.
 * 3. If all its runs ended in that time it is assumed to belong there, else it is a worker.
 */
/** Decides of what is set apart, with the whole recording in sight, whether it is assumed to belong to its starter's tree. */
final class Hindsight {
    private final Model model;
    private final int[] topOf;
    private final int[] runOf;
    private final BitSet assumed = new BitSet();
    private final Map<Integer, Tree> hosts = new HashMap<>();
    private final Map<Tree, long[]> times = new HashMap<>();

    /** Of periodic work each run tops one; 0 for all runs. */
    private record Tree(int top, int invocation) {}

    private Hindsight(Model model, int size) {
        this.model = model;
        this.topOf = new int[size];
        this.runOf = new int[size];
    }

    static Hindsight of(Model model) {
        boolean isNeeded = !model.setApart().isEmpty();
        Hindsight hindsight = new Hindsight(model, isNeeded ? model.contexts().size() : 0);
        if (isNeeded) {
            hindsight.decide();
        }
        return hindsight;
    }

    private void decide() {
        for (int row : parentsFirst()) {
            int parent = model.parentRow(row);
            boolean isTop = parent == ContextTable.NO_ROW || model.topsItsOwnTree(row);
            topOf[row] = isTop ? row : topOf[parent];
            runOf[row] = isTop ? 0 : runBelow(row, parent);
            if (model.setApart().contains(row)) {
                Tree starters = new Tree(topOf[parent], runBelow(row, parent));
                Tree host = hosts.getOrDefault(topOf[parent], starters);
                if (endedWithin(row, times.computeIfAbsent(host, this::time))) {
                    assumed.set(row);
                    hosts.put(row, host);
                }
            }
        }
    }

    private int runBelow(int row, int parent) {
        return model.contexts().isPeriodic(parent) ? model.contexts().parentInvocation(row) : runOf[parent];
    }

    private int[] parentsFirst() {
        int[] order = new int[topOf.length];
        int size = 0;
        for (int row = 0; row < order.length; row++) {
            if (model.parentRow(row) == ContextTable.NO_ROW) {
                order[size++] = row;
            }
        }
        for (int at = 0; at < size; at++) {
            for (int n = 0; n < model.childCount(order[at]); n++) {
                order[size++] = model.child(order[at], n);
            }
        }
        return order;
    }

    private long[] time(Tree tree) {
        boolean hasRun = tree.invocation == 0 || model.runNumbered(tree.top, tree.invocation) != ContextTable.NO_ROW;
        int invocation = hasRun ? tree.invocation : 0;
        TreeSum sum = TreeSum.of(model, tree.top, invocation, Trees.rows(model, tree.top, invocation));
        return new long[] {sum.beginNanos(), sum.untilNanos()};
    }

    private boolean endedWithin(int row, long[] time) {
        InvocationTable runs = model.invocations();
        for (int n = 0; n < model.runCount(row); n++) {
            int run = model.run(row, n);
            if (!runs.isEnded(run) || runs.startNanos(run) < time[0] || runs.endNanos(run) > time[1]) {
                return false;
            }
        }
        return model.runCount(row) > 0 || model.contexts().releaseReason(row) != null;
    }

    /** Of a context that is set apart. */
    boolean isAssumed(int row) {
        return assumed.get(row);
    }

    /** The top of the tree that it is assumed to belong to; {@link ContextTable#NO_ROW} where it is not. */
    int host(int row) {
        Tree host = hosts.get(row);
        return host == null ? ContextTable.NO_ROW : host.top;
    }
}
