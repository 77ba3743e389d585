package dev.longstack.analysis.tree;

import dev.longstack.analysis.model.ContextTable;
import dev.longstack.analysis.model.InvocationTable;
import dev.longstack.analysis.model.Model;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What all contexts of one operation came to.
 *
 * @param runs invocations of them
 * @param failed runs that ended with an exception
 * @param ranNanos sum over their runs, without what their threads waited; nested runs count in each
 * @param waitedNanos what their threads waited in those runs, as far as the recording has waits
 * @param queuedNanos sum of the known queue times
 * @param longestQueueNanos the longest known queue time
 */
public record OperationTotals(
        String operation,
        long contexts,
        long runs,
        long failed,
        long ranNanos,
        long waitedNanos,
        long queuedNanos,
        long longestQueueNanos) {

    /** One entry per operation, the one with the most run time first. */
    public static List<OperationTotals> of(Model model) {
        ContextTable contexts = model.contexts();
        Sum[] sums = new Sum[contexts.operationRows()];
        for (int row = 0; row < contexts.size(); row++) {
            int operation = contexts.operationRow(row);
            if (sums[operation] == null) {
                sums[operation] = new Sum(contexts.operation(row));
            }
            sums[operation].contexts++;
        }
        for (int run = 0; run < model.invocations().size(); run++) {
            sums[contexts.operationRow(model.invocations().contextRow(run))].add(model, run);
        }
        List<OperationTotals> totals = new ArrayList<>();
        for (Sum sum : sums) {
            if (sum != null) {
                totals.add(sum.totals());
            }
        }
        totals.sort(Comparator.comparingLong(OperationTotals::ranNanos).reversed());
        return totals;
    }

    private static final class Sum {
        private final String operation;
        private long contexts;
        private long runs;
        private long failed;
        private long ran;
        private long waited;
        private long queued;
        private long longestQueue;

        Sum(String operation) {
            this.operation = operation;
        }

        void add(Model model, int run) {
            InvocationTable invocations = model.invocations();
            runs++;
            failed += invocations.failure(run) == null ? 0 : 1;
            long waitedInRun = RunTimes.waitedNanos(model, run);
            ran += RunTimes.nanos(invocations, run) - waitedInRun;
            waited += waitedInRun;
            long queue = invocations.queueNanos(run);
            if (queue != ContextTable.UNKNOWN) {
                queued += queue;
                longestQueue = Math.max(longestQueue, queue);
            }
        }

        OperationTotals totals() {
            return new OperationTotals(operation, contexts, runs, failed, ran, waited, queued, longestQueue);
        }
    }
}
