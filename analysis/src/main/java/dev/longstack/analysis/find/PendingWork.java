package dev.longstack.analysis.find;

import dev.longstack.analysis.Analysis;
import dev.longstack.analysis.model.ContextTable;
import dev.longstack.analysis.model.Model;
import dev.longstack.analysis.stack.StepNames;
import dev.longstack.analysis.text.Durations;
import dev.longstack.analysis.text.OpenText;
import dev.longstack.analysis.tree.Requests.Unfinished;
import java.util.ArrayList;
import java.util.List;

/** Work that had been waiting for a while when the recording ended. */
final class PendingWork implements Check {
    private static final long OLD_NANOS = 5_000_000_000L;
    private static final double WORST_COUNT = 100;
    private static final int MOST_NAMED = 3;

    @Override
    public String word() {
        return "pending-work";
    }

    @Override
    public String title() {
        return "Pending or Never Run Work";
    }

    /** Requests that were open, and steps that had not run. */
    private record Pending(List<Unfinished> requests, Evidence steps, int oldestStep) {}

    @Override
    public Finding find(Analysis analysis) {
        Model model = analysis.model();
        Pending pending = pending(analysis);
        Unseen unseen = Unseen.of(model)
                .add(
                        !areAllCreationsRecorded(model),
                        "Not every creation was recorded, so there may be more steps that never ran.");
        return pending.requests.isEmpty() && pending.steps.count() == 0
                ? Finding.ok(this, "No request or scheduled step was left waiting.", unseen.sentences())
                : found(model, pending, unseen);
    }

    private static boolean areAllCreationsRecorded(Model model) {
        return !model.rest().configurations().isEmpty()
                && model.rest().configurations().stream().allMatch(each -> "all".equals(each.creations()));
    }

    private static Pending pending(Analysis analysis) {
        Model model = analysis.model();
        ContextTable contexts = model.contexts();
        Evidence steps = new Evidence();
        int oldest = ContextTable.NO_ROW;
        for (int row = 0; row < contexts.size(); row++) {
            if (neverRan(model, row)) {
                steps.add(contexts.id(row));
                oldest = oldest == ContextTable.NO_ROW || contexts.creationNanos(row) < contexts.creationNanos(oldest)
                        ? row
                        : oldest;
            }
        }
        List<Unfinished> requests = analysis.requests().unfinished().stream()
                .filter(each -> isOld(model, each))
                .toList();
        return new Pending(requests, steps, oldest);
    }

    private static boolean neverRan(Model model, int row) {
        long created = model.contexts().creationNanos(row);
        return model.runCount(row) == 0
                && model.contexts().releaseReason(row) == null
                && created != ContextTable.UNKNOWN
                && model.rest().endNanos() - created >= OLD_NANOS
                && !model.isMarker(row)
                && !StepNames.isOfTheJdk(model, row);
    }

    /** Whether it began long before the end, or before the recording. */
    private static boolean isOld(Model model, Unfinished request) {
        int row = model.contexts().rowOf(request.requestId());
        return row == ContextTable.NO_ROW
                || model.runCount(row) == 0
                || model.rest().endNanos() - model.invocations().startNanos(model.run(row, 0)) >= OLD_NANOS;
    }

    private Finding found(Model model, Pending pending, Unseen unseen) {
        Evidence evidence = new Evidence();
        pending.requests.forEach(each -> evidence.add(each.requestId()));
        pending.steps.ids().forEach(evidence::add);
        long count = pending.requests.size() + pending.steps.count();
        return new Finding(
                word(),
                Finding.scaledFromNote((double) count, WORST_COUNT),
                summary(pending),
                explanation(model, pending),
                "Look for a queue that nobody empties, a pool whose threads are all waiting, or a future that nobody completes.",
                evidence.ids(),
                count,
                unseen.sentences());
    }

    private static String summary(Pending pending) {
        List<String> parts = new ArrayList<>();
        if (!pending.requests.isEmpty()) {
            parts.add(Counts.of(pending.requests.size(), "unfinished request"));
        }
        if (pending.steps.count() > 0) {
            parts.add(Counts.of(pending.steps.count(), "scheduled step") + " that never ran");
        }
        return "The recording ended with " + String.join(" and ", parts) + ".";
    }

    private static String explanation(Model model, Pending pending) {
        List<String> parts = new ArrayList<>();
        pending.requests.stream()
                .limit(MOST_NAMED)
                .forEach(each -> parts.add(each.name()
                        + (each.open().collected() ? " is " : " ")
                        + OpenText.sentence(model, each.open())));
        int unnamed = pending.requests.size() - MOST_NAMED;
        if (unnamed > 0) {
            parts.add(Counts.of(unnamed, "more request") + " like that");
        }
        int oldest = pending.oldestStep;
        if (oldest != ContextTable.NO_ROW) {
            long age = model.rest().endNanos() - model.contexts().creationNanos(oldest);
            parts.add((parts.isEmpty() ? "The" : "the") + " oldest step, " + StepNames.of(model, oldest)
                    + ", had been waiting for " + Durations.of(age));
        }
        return String.join("; ", parts) + ".";
    }
}
