package dev.longstack.analysis.find;

import dev.longstack.analysis.Analysis;
import dev.longstack.analysis.model.ContextTable;
import dev.longstack.analysis.model.InvocationTable;
import dev.longstack.analysis.model.Model;
import dev.longstack.analysis.stack.StepNames;
import dev.longstack.analysis.text.Durations;
import dev.longstack.events.ContextKind;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tasks that waited for a thread longer than they ran. */
final class LongQueueTime implements Check {
    private static final long LONG_NANOS = 20_000_000;
    private static final double WORST_SHARE = 0.8;

    @Override
    public String word() {
        return "long-queue-time";
    }

    @Override
    public String title() {
        return "Long Queue Time";
    }

    @Override
    public Finding find(Analysis analysis) {
        Model model = analysis.model();
        Sum sum = new Sum(model.invocations());
        Map<String, Boolean> ofTheJdk = new HashMap<>();
        for (int run = 0; run < model.invocations().size(); run++) {
            int row = model.invocations().contextRow(run);
            if (isTask(model, row) && !isOfTheJdk(ofTheJdk, model.contexts().taskClass(row))) {
                sum.add(run, model.contexts().id(row));
            }
        }
        Unseen unseen = Unseen.of(model)
                .add(sum.unknown > 0, "How long " + Counts.of(sum.unknown, "task") + " waited in a queue is unknown.");
        return sum.longest == ContextTable.NO_ROW
                ? Finding.ok(
                        this,
                        "No task waited " + Durations.of(LONG_NANOS) + " or longer for a thread.",
                        unseen.sentences())
                : found(model, sum, unseen);
    }

    private static boolean isTask(Model model, int row) {
        return model.contexts().kind(row).equals(ContextKind.TASK.word())
                && !model.setApart().contains(row);
    }

    /** Each class is looked at once: there may be millions of tasks. */
    private static boolean isOfTheJdk(Map<String, Boolean> known, @Nullable String taskClass) {
        return taskClass != null && known.computeIfAbsent(taskClass, StepNames::isJdkFrame);
    }

    private Finding found(Model model, Sum sum, Unseen unseen) {
        InvocationTable runs = model.invocations();
        double share = (double) sum.queuedNanos / (sum.queuedNanos + sum.ranNanos);
        String queue = runs.queueType(sum.longest);
        return new Finding(
                word(),
                Finding.scaled(share, WORST_SHARE),
                "Tasks spent " + Durations.share(share) + " of their time in queue waits of " + Durations.of(LONG_NANOS)
                        + " or longer.",
                Counts.of(sum.waits.count(), "task") + " waited that long for a thread; the longest wait, "
                        + Durations.of(runs.queueNanos(sum.longest)) + ", was that of "
                        + StepNames.of(model, runs.contextRow(sum.longest))
                        + (queue == null ? "" : " in a " + StepNames.type(queue)) + ".",
                "See what the pool's threads were doing in the meantime; move slow work to a pool of its own, or add threads.",
                sum.waits.ids(),
                sum.waits.count(),
                unseen.sentences());
    }

    /** The times of all tasks. */
    private static final class Sum {
        private final InvocationTable runs;
        private final Evidence waits = new Evidence();
        private int longest = ContextTable.NO_ROW;
        private long queuedNanos;
        private long ranNanos;
        private long unknown;

        Sum(InvocationTable runs) {
            this.runs = runs;
        }

        void add(int run, long contextId) {
            long queue = runs.queueNanos(run);
            if (queue == ContextTable.UNKNOWN) {
                unknown++;
                return;
            }
            ranNanos += runs.endNanos(run) - runs.startNanos(run);
            if (queue >= LONG_NANOS) {
                queuedNanos += queue;
                waits.add(contextId);
                longest = longest == ContextTable.NO_ROW || queue > runs.queueNanos(longest) ? run : longest;
            }
        }
    }
}
