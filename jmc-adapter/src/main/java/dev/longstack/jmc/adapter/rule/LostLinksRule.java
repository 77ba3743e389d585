package dev.longstack.jmc.adapter.rule;

import dev.longstack.analysis.model.ContextTable;
import dev.longstack.analysis.model.LinkIssue;
import dev.longstack.analysis.model.Model;
import java.util.HashSet;
import java.util.Set;
import org.openjdk.jmc.common.item.IItemCollection;

/** Contexts whose parent the recording does not have: their stacks end there. */
public final class LostLinksRule extends AsyncRule {
    private static final double WORST_SHARE = 0.2;

    public LostLinksRule() {
        super("LostLinks", "Lost Links");
    }

    @Override
    Finding find(Model model, IItemCollection items) {
        ContextTable contexts = model.contexts();
        Set<Long> evidence = new HashSet<>();
        long lost = 0;
        for (int row = 0; row < contexts.size(); row++) {
            if (model.parentRow(row) != ContextTable.NO_ROW || model.hasNoParent(row)) {
                continue;
            }
            lost++;
            if (!isEnough(evidence)) {
                evidence.add(contexts.id(row));
            }
        }
        if (lost == 0) {
            return Finding.none("Every context's parent is in the recording.");
        }
        long unknown = model.rest().issues().getOrDefault(LinkIssue.PARENT_UNKNOWN, 0L);
        return new Finding(
                Finding.score((double) lost / contexts.size(), WORST_SHARE),
                lost + " of " + contexts.size() + " contexts have lost their parent.",
                "Of " + unknown
                        + " the recorder could not tell the parent: they come from threads or loops that work for many. Of the"
                        + " others it was thrown away or is older.",
                unknown == lost
                        ? "Hand work over through an executor, or wrap it by Deferred.wrap where it enters a queue."
                        : "Start the recording before the work, and raise maxsize and maxage.",
                evidence);
    }
}
