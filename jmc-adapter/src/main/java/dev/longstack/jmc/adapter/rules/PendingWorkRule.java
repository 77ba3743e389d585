package dev.longstack.jmc.adapter.rules;

import dev.longstack.analysis.model.ContextTable;
import dev.longstack.analysis.model.Model;
import dev.longstack.analysis.stack.StepNames;
import java.util.HashSet;
import java.util.Set;
import org.openjdk.jmc.common.item.IItemCollection;

/** Work that had not run, or not ended, a while before the recording ended. */
public final class PendingWorkRule extends AsyncRule {
    private static final long OLD_NANOS = 5_000_000_000L;
    private static final double WORST_COUNT = 100;

    public PendingWorkRule() {
        super("PendingWork", "Pending or Never Run Work");
    }

    @Override
    Finding find(Model model, IItemCollection items) {
        ContextTable contexts = model.contexts();
        long end = model.rest().endNanos();
        Set<Long> evidence = new HashSet<>();
        int count = 0;
        int oldest = ContextTable.NO_ROW;
        for (int row = 0; row < contexts.size(); row++) {
            long created = contexts.creationNanos(row);
            boolean never = model.runCount(row) == 0 && contexts.releaseReason(row) == null;
            if (!never
                    || created == ContextTable.UNKNOWN
                    || end - created < OLD_NANOS
                    || StepNames.isOfTheJdk(model, row)) {
                continue;
            }
            count++;
            oldest = oldest == ContextTable.NO_ROW || created < contexts.creationNanos(oldest) ? row : oldest;
            if (!isEnough(evidence)) {
                evidence.add(contexts.id(row));
            }
        }
        if (oldest == ContextTable.NO_ROW) {
            return Finding.none("All work that was scheduled has run, or was let go.");
        }
        return new Finding(
                25 + 0.75 * Finding.score(count, WORST_COUNT),
                count + " scheduled steps had not run when the recording ended.",
                "The oldest is " + StepNames.of(model, oldest) + ", created "
                        + millis(end - contexts.creationNanos(oldest)) + " before the end.",
                "Look for a queue that nobody empties, a pool whose threads all wait, or a future that nobody completes.",
                evidence);
    }
}
