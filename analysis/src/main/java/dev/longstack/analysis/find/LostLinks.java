package dev.longstack.analysis.find;

import dev.longstack.analysis.Analysis;
import dev.longstack.analysis.model.ContextTable;
import dev.longstack.analysis.model.Model;
import dev.longstack.events.Protocol;
import java.util.List;

/** Contexts whose parent the recording does not have: their async stacks end there. */
final class LostLinks implements Check {
    private static final double WORST_SHARE = 0.2;

    @Override
    public String word() {
        return "lost-links";
    }

    @Override
    public String title() {
        return "Lost Links";
    }

    @Override
    public Finding find(Analysis analysis) {
        Model model = analysis.model();
        ContextTable contexts = model.contexts();
        Evidence lost = new Evidence();
        long unknown = 0;
        for (int row = 0; row < contexts.size(); row++) {
            long parent = contexts.parentId(row);
            if (parent != Protocol.NO_CONTEXT && contexts.rowOf(parent) == ContextTable.NO_ROW) {
                lost.add(contexts.id(row));
                unknown += parent == Protocol.UNKNOWN_CONTEXT ? 1 : 0;
            }
        }
        List<String> unseen = Unseen.of(model).sentences();
        return lost.count() == 0
                ? Finding.ok(this, "Every context's parent is in the recording.", unseen)
                : found(lost, unknown, contexts.size(), unseen);
    }

    private Finding found(Evidence lost, long unknown, long contexts, List<String> unseen) {
        long missing = lost.count() - unknown;
        return new Finding(
                word(),
                Finding.scaled((double) lost.count() / contexts, WORST_SHARE),
                Counts.of(lost.count()) + " of " + Counts.of(contexts, "context") + " have lost their parent.",
                "The recorder did not know the parent of " + Counts.of(unknown)
                        + ", which came from threads or loops that work for many; the parents of "
                        + Counts.of(missing) + " are not in the recording.",
                unknown >= missing
                        ? "Hand work over through an executor, or wrap it with Deferred.wrap where it enters a queue."
                        : "Start the recording before the work, or raise maxsize and maxage.",
                lost.ids(),
                lost.count(),
                unseen);
    }
}
