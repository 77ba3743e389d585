package dev.longstack.analysis.model;

import org.jspecify.annotations.Nullable;

/** What holds of every model, whatever the recording was; tried wherever assertions are on, so in every test. */
final class ModelCheck {
    private ModelCheck() {}

    /** The first rule that is broken, as a sentence; null for none. */
    static @Nullable String brokenRule(Model model) {
        ContextTable contexts = model.contexts();
        long children = 0;
        long runs = 0;
        for (int row = 0; row < contexts.size(); row++) {
            String broken = brokenRule(model, row);
            if (broken != null) {
                return broken + ", in context " + contexts.id(row);
            }
            children += model.parentRow(row) == ContextTable.NO_ROW ? 0 : 1;
            children -= model.childCount(row);
            runs += model.runCount(row);
        }
        if (children != 0 || runs != model.invocations().size()) {
            return "every child and every run is in one group";
        }
        return hasCycle(model) ? "no context is its own ancestor" : null;
    }

    private static @Nullable String brokenRule(Model model, int row) {
        ContextTable contexts = model.contexts();
        int parent = model.parentRow(row);
        if (contexts.id(row) <= 0 || contexts.rowOf(contexts.id(row)) != row) {
            return "an id is positive and leads to its row";
        }
        if (parent != ContextTable.NO_ROW && contexts.id(parent) != contexts.parentId(row)) {
            return "the parent's row has the parent's id";
        }
        for (int n = 0; n < model.childCount(row); n++) {
            if (model.parentRow(model.child(row, n)) != row) {
                return "a child has this parent";
            }
        }
        for (int n = 0; n < model.runCount(row); n++) {
            if (!isSound(model.invocations(), model.run(row, n), row)) {
                return "a run is of this context, ends after its start and waited no negative time";
            }
        }
        return null;
    }

    private static boolean isSound(InvocationTable runs, int run, int row) {
        long queue = runs.queueNanos(run);
        return runs.contextRow(run) == row
                && runs.endNanos(run) >= runs.startNanos(run)
                && (queue >= 0 || queue == ContextTable.UNKNOWN);
    }

    /** Each row is walked once: a walk ends where an earlier one has been. */
    private static boolean hasCycle(Model model) {
        int[] walks = new int[model.contexts().size()];
        for (int first = 0; first < walks.length; first++) {
            int row = first;
            while (row != ContextTable.NO_ROW && walks[row] == 0) {
                walks[row] = first + 1;
                row = model.parentRow(row);
            }
            if (row != ContextTable.NO_ROW && walks[row] == first + 1) {
                return true;
            }
        }
        return false;
    }
}
