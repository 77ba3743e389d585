package dev.longstack.analysis.tree;

import dev.longstack.analysis.model.Model;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** Walks down trees; each ends where another one begins. */
final class Trees {
    private Trees() {}

    /** The context and all below it, without what tops a tree of its own, parents before children; of one run, or of all for 0. */
    static List<Integer> rows(Model model, int top, int invocation) {
        List<Integer> rows = new ArrayList<>();
        ArrayDeque<Integer> open = new ArrayDeque<>();
        open.add(top);
        while (!open.isEmpty()) {
            int row = open.poll();
            rows.add(row);
            for (int n = 0; n < model.childCount(row); n++) {
                int child = model.child(row, n);
                boolean ofRun =
                        row != top || invocation == 0 || model.contexts().parentInvocation(child) == invocation;
                if (ofRun && !model.topsItsOwnTree(child)) {
                    open.add(child);
                }
            }
        }
        return rows;
    }
}
