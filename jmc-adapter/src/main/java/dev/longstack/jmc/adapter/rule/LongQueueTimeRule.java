package dev.longstack.jmc.adapter.rule;

import dev.longstack.analysis.model.ContextTable;
import dev.longstack.analysis.model.InvocationTable;
import dev.longstack.analysis.model.Model;
import dev.longstack.analysis.stack.StepNames;
import dev.longstack.events.ContextKind;
import java.util.HashSet;
import java.util.Set;
import org.openjdk.jmc.common.item.IItemCollection;

/** Work that waited for a thread longer than it ran. */
public final class LongQueueTimeRule extends AsyncRule {
    private static final long LONG_NANOS = 20_000_000;
    private static final double WORST_SHARE = 0.8;

    public LongQueueTimeRule() {
        super("LongQueueTime", "Long Queue Time");
    }

    @Override
    Finding find(Model model, IItemCollection items) {
        InvocationTable runs = model.invocations();
        long queued = 0;
        long ran = 0;
        int longest = ContextTable.NO_ROW;
        Set<Long> evidence = new HashSet<>();
        for (int run = 0; run < runs.size(); run++) {
            int row = runs.contextRow(run);
            long queue = runs.queueNanos(run);
            if (queue == ContextTable.UNKNOWN
                    || model.setApart().contains(row)
                    || !model.contexts().kind(row).equals(ContextKind.TASK.word())
                    || StepNames.isOfTheJdk(model, row)) {
                continue;
            }
            ran += runs.endNanos(run) - runs.startNanos(run);
            if (queue < LONG_NANOS) {
                continue;
            }
            queued += queue;
            longest = longest == ContextTable.NO_ROW || queue > runs.queueNanos(longest) ? run : longest;
            if (!isEnough(evidence)) {
                evidence.add(model.contexts().id(row));
            }
        }
        if (longest == ContextTable.NO_ROW) {
            return Finding.none("No task waited longer than " + millis(LONG_NANOS) + " for a thread.");
        }
        double share = (double) queued / (queued + ran);
        return new Finding(
                Finding.score(share, WORST_SHARE),
                "Tasks waited " + Math.round(100 * share) + " % of their time in queues.",
                evidence.size() + " tasks waited longer than " + millis(LONG_NANOS) + ". The longest wait was "
                        + millis(runs.queueNanos(longest)) + ", of "
                        + StepNames.of(model, runs.contextRow(longest)) + " in " + runs.queueType(longest) + ".",
                "Look at what the pool's threads did meanwhile: give slow work a pool of its own, or add threads.",
                evidence);
    }
}
