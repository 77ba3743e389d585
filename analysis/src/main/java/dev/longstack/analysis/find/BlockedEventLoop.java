package dev.longstack.analysis.find;

import dev.longstack.analysis.Analysis;
import dev.longstack.analysis.model.ContextTable;
import dev.longstack.analysis.model.InvocationTable;
import dev.longstack.analysis.model.Model;
import dev.longstack.analysis.stack.StepNames;
import dev.longstack.analysis.text.Durations;
import dev.longstack.analysis.tree.RunTimes;
import java.util.regex.Pattern;

/** Long work on a thread that many connections share. */
final class BlockedEventLoop implements Check {
    private static final Pattern EVENT_LOOP =
            Pattern.compile("(?i).*(event-?loop|reactor-http|epoll|nio-worker|vert\\.x-|parallel-\\d).*");
    private static final long LONG_NANOS = 100_000_000;
    private static final double WORST_NANOS = 2e9;

    @Override
    public String word() {
        return "blocked-event-loop";
    }

    @Override
    public String title() {
        return "Blocked Event Loop";
    }

    @Override
    public Finding find(Analysis analysis) {
        Model model = analysis.model();
        InvocationTable runs = model.invocations();
        Evidence evidence = new Evidence();
        int longest = ContextTable.NO_ROW;
        long unknown = 0;
        for (int run = 0; run < runs.size(); run++) {
            if (RunTimes.nanos(runs, run) < LONG_NANOS) {
                continue;
            }
            unknown += runs.thread(run) == null ? 1 : 0;
            if (isOnEventLoop(model, run)) {
                evidence.add(model.contexts().id(runs.contextRow(run)));
                longest = isLonger(runs, run, longest) ? run : longest;
            }
        }
        Unseen unseen = Unseen.of(model)
                .add(unknown > 0, "Which thread ran " + Counts.of(unknown, "long step") + " is unknown.");
        return longest == ContextTable.NO_ROW
                ? Finding.ok(
                        this,
                        "No step ran for " + Durations.of(LONG_NANOS) + " or longer on an event loop.",
                        unseen.sentences())
                : found(model, longest, evidence, unseen);
    }

    private static boolean isLonger(InvocationTable runs, int run, int longest) {
        return longest == ContextTable.NO_ROW || RunTimes.nanos(runs, run) > RunTimes.nanos(runs, longest);
    }

    private static boolean isOnEventLoop(Model model, int run) {
        String thread = model.invocations().thread(run);
        int row = model.invocations().contextRow(run);
        // the thread's own run, or the loop's, is no piece of work on it
        boolean isLoop = model.contexts().isThread(row) || model.setApart().contains(row);
        return thread != null && !isLoop && EVENT_LOOP.matcher(thread).matches();
    }

    private Finding found(Model model, int longest, Evidence evidence, Unseen unseen) {
        InvocationTable runs = model.invocations();
        long nanos = RunTimes.nanos(runs, longest);
        return new Finding(
                word(),
                Finding.scaledFromNote((double) nanos, WORST_NANOS),
                StepNames.of(model, runs.contextRow(longest)) + " held up an event loop for " + Durations.of(nanos)
                        + ".",
                Counts.of(evidence.count(), "step") + " ran for " + Durations.of(LONG_NANOS)
                        + " or longer on threads that look like event loops; the longest one ran on "
                        + StepNames.thread(runs.thread(longest)) + ".",
                "Move blocking work to a pool of its own.",
                evidence.ids(),
                evidence.count(),
                unseen.sentences());
    }
}
