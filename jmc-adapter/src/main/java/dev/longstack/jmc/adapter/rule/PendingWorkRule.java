package dev.longstack.jmc.adapter.rule;

import dev.longstack.analysis.model.ContextTable;
import dev.longstack.analysis.model.Model;
import dev.longstack.analysis.stack.StepNames;
import dev.longstack.analysis.tree.Open.Step;
import dev.longstack.analysis.tree.Requests;
import dev.longstack.analysis.tree.Requests.Unfinished;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.openjdk.jmc.common.item.IItemCollection;

/** Work that had not run, or not ended, a while before the recording ended. */
public final class PendingWorkRule extends AsyncRule {
    private static final long OLD_NANOS = 5_000_000_000L;
    private static final double WORST_COUNT = 100;
    private static final int MOST_NAMED = 5;

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
                    || model.isMarker(row)
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
        List<Unfinished> hung = new Requests(model)
                .unfinished().stream().filter(each -> isOld(model, each)).toList();
        if (oldest == ContextTable.NO_ROW && hung.isEmpty()) {
            return Finding.none("All work that was scheduled has run, or was let go.");
        }
        hung.stream().limit(MOST_NAMED).forEach(each -> evidence.add(each.requestId()));
        String steps = oldest == ContextTable.NO_ROW
                ? ""
                : "The oldest is " + StepNames.of(model, oldest) + ", created "
                        + millis(end - contexts.creationNanos(oldest)) + " before the end.";
        return new Finding(
                25 + 0.75 * Finding.score(count + hung.size(), WORST_COUNT),
                hung.isEmpty()
                        ? count + " scheduled steps had not run when the recording ended."
                        : hung.size() + " requests were open when the recording ended.",
                hung.isEmpty() ? steps : sentences(model, hung) + steps,
                "Look for a queue that nobody empties, a pool whose threads all wait, or a future that nobody completes.",
                evidence);
    }

    /** Whether it began long before the end, or before the recording. */
    private static boolean isOld(Model model, Unfinished request) {
        int row = model.contexts().rowOf(request.requestId());
        return row == ContextTable.NO_ROW
                || model.runCount(row) == 0
                || model.rest().endNanos() - model.invocations().startNanos(model.run(row, 0)) >= OLD_NANOS;
    }

    private static String sentences(Model model, List<Unfinished> hung) {
        StringBuilder text = new StringBuilder();
        for (Unfinished each : hung.subList(0, Math.min(MOST_NAMED, hung.size()))) {
            List<Step> steps = each.open().steps();
            text.append(each.name())
                    .append(each.open().collected() ? " is abandoned: nobody can reach " : " waits for ")
                    .append(
                            steps.isEmpty()
                                    ? each.open().hops() + " steps"
                                    : steps.get(0).name(model))
                    .append(". ");
        }
        return text.toString();
    }
}
