package dev.longstack.jmc.adapter.rule;

import dev.longstack.analysis.model.ContextTable;
import dev.longstack.analysis.model.Model;
import dev.longstack.analysis.stack.StepNames;
import java.util.Arrays;
import java.util.Set;
import org.openjdk.jmc.common.item.IItemCollection;

/** A task that schedules itself again from within: one request that never ends. */
public final class SelfReschedulingRule extends AsyncRule {
    private static final int LONG_CHAIN = 100;
    private static final double WORST_CHAIN = 2_000;

    public SelfReschedulingRule() {
        super("SelfRescheduling", "Self-Rescheduling Chains");
    }

    @Override
    Finding find(Model model, IItemCollection items) {
        int[] chains = new int[model.contexts().size()];
        int longest = ContextTable.NO_ROW;
        for (int row = 0; row < chains.length; row++) {
            int chain = chain(model, chains, row);
            longest = chain > LONG_CHAIN && (longest == ContextTable.NO_ROW || chain > chains[longest]) ? row : longest;
        }
        if (longest == ContextTable.NO_ROW) {
            return Finding.none("No task schedules itself again and again.");
        }
        return new Finding(
                25 + 0.75 * Finding.score(chains[longest], WORST_CHAIN),
                StepNames.of(model, longest) + " scheduled itself " + chains[longest] + " times in a row.",
                "Each run is a child of the one before it, so the request that began it never resolves.",
                "Schedule periodic work at a fixed rate, or begin a request of its own in each run.",
                Set.of(model.contexts().id(longest)));
    }

    /** How many of the same operation and class stand in a row above; walks up to what is known. */
    private static int chain(Model model, int[] chains, int row) {
        int[] open = new int[16];
        int depth = 0;
        int each = row;
        while (each != ContextTable.NO_ROW && chains[each] == 0) {
            if (depth == open.length) {
                open = Arrays.copyOf(open, depth * 2);
            }
            open[depth++] = each;
            int parent = model.parentRow(each);
            each = parent != ContextTable.NO_ROW && isSame(model, each, parent) ? parent : ContextTable.NO_ROW;
        }
        int length = each == ContextTable.NO_ROW ? 0 : chains[each];
        while (depth > 0) {
            chains[open[--depth]] = ++length;
        }
        return chains[row];
    }

    private static boolean isSame(Model model, int row, int parent) {
        ContextTable contexts = model.contexts();
        String taskClass = contexts.taskClass(row);
        return !model.setApart().contains(row)
                && contexts.operationRow(row) == contexts.operationRow(parent)
                && taskClass != null
                && taskClass.equals(contexts.taskClass(parent));
    }
}
