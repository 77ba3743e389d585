package dev.longstack.analysis.find;

import dev.longstack.analysis.Analysis;
import dev.longstack.analysis.model.ContextTable;
import dev.longstack.analysis.model.LinkIssue;
import dev.longstack.analysis.model.Model;
import dev.longstack.analysis.stack.StepNames;
import java.util.List;

/** A task that schedules itself again from within: work that never ends. */
final class SelfRescheduling implements Check {
    private static final int LONG_CHAIN = 100;
    private static final double WORST_CHAIN = 2_000;

    @Override
    public String word() {
        return "self-rescheduling";
    }

    @Override
    public String title() {
        return "Self-Rescheduling Chains";
    }

    @Override
    public Finding find(Analysis analysis) {
        Model model = analysis.model();
        int[] chains = chains(model);
        int longest = ContextTable.NO_ROW;
        for (int row = 0; row < chains.length; row++) {
            if (chains[row] > LONG_CHAIN && (longest == ContextTable.NO_ROW || chains[row] > chains[longest])) {
                longest = row;
            }
        }
        List<String> unseen = Unseen.of(model)
                .add(
                        model.rest().issues().containsKey(LinkIssue.PARENT_MISSING),
                        "Some parents are not in the recording, so chains may be longer.")
                .sentences();
        return longest == ContextTable.NO_ROW
                ? Finding.ok(this, "No task keeps rescheduling itself.", unseen)
                : found(model, longest, chains[longest], unseen);
    }

    private Finding found(Model model, int last, int length, List<String> unseen) {
        Evidence chain = new Evidence();
        for (int row = last, n = 0; n < length; row = model.parentRow(row), n++) {
            chain.add(model.contexts().id(row));
        }
        return new Finding(
                word(),
                Finding.scaledFromNote(length, WORST_CHAIN),
                StepNames.of(model, last) + " keeps rescheduling itself: " + Counts.of(length) + " in a row.",
                "Each one is a child of the one before it, so whatever started the chain never completes.",
                "Schedule periodic work at a fixed rate, or start a new request in each run.",
                chain.ids(),
                length,
                unseen);
    }

    /** By context row, how many of the same operation and class stand in a row, the context itself included. */
    private static int[] chains(Model model) {
        int[] chains = new int[model.contexts().size()];
        int[] way = new int[chains.length];
        for (int row = 0; row < chains.length; row++) {
            int depth = 0;
            int each = row;
            while (each != ContextTable.NO_ROW && chains[each] == 0) {
                way[depth++] = each;
                each = before(model, each);
            }
            int length = each == ContextTable.NO_ROW ? 0 : chains[each];
            while (depth > 0) {
                chains[way[--depth]] = ++length;
            }
        }
        return chains;
    }

    /** The parent, where it is of the same operation and class; {@link ContextTable#NO_ROW} where it is not. */
    private static int before(Model model, int row) {
        ContextTable contexts = model.contexts();
        int parent = model.parentRow(row);
        String taskClass = contexts.taskClass(row);
        boolean isSame = parent != ContextTable.NO_ROW
                && !model.topsItsOwnTree(row)
                && contexts.operationRow(row) == contexts.operationRow(parent)
                && taskClass != null
                && taskClass.equals(contexts.taskClass(parent));
        return isSame ? parent : ContextTable.NO_ROW;
    }
}
