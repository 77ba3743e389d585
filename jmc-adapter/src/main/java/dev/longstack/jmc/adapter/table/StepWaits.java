package dev.longstack.jmc.adapter.table;

import dev.longstack.analysis.Analysis;
import dev.longstack.analysis.model.ContextTable;
import dev.longstack.analysis.model.WaitTable;
import dev.longstack.analysis.source.WaitKind;
import dev.longstack.analysis.stack.StepNames;
import dev.longstack.analysis.text.Durations;
import dev.longstack.analysis.text.StepColumn;
import dev.longstack.analysis.text.Steps;
import dev.longstack.analysis.text.WaitText;
import dev.longstack.analysis.tree.CriticalPath.Segment;
import dev.longstack.analysis.tree.Waits;
import dev.longstack.jmc.adapter.timeline.Hold;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What the steps of a request waited for on its critical path, as lines below them; any thread. */
public final class StepWaits {
    private final Analysis analysis;
    private final WaitTable waits;
    private final Steps steps;

    /** Of these steps. */
    public StepWaits(Analysis analysis, Steps steps) {
        this.analysis = analysis;
        this.waits = analysis.model().waits();
        this.steps = steps;
    }

    /** The pieces of the critical path in which the step waited for something that the recording names, in order of time. */
    public List<Segment> below(int contextRow) {
        return steps.criticalPath().stream()
                .filter(each -> each.waitRow() != ContextTable.NO_ROW
                        && each.nanos() > 0
                        && analysis.model().invocations().contextRow(each.run()) == contextRow)
                .toList();
    }

    public WaitKind kind(Segment wait) {
        return waits.kind(wait.waitRow());
    }

    /** Who held what was waited for, earliest first. */
    public List<Hold> holds(Segment wait) {
        List<Hold> holds = new ArrayList<>(Hold.of(analysis, new Waits.Wait(wait.waitRow(), wait.run())));
        Collections.reverse(holds);
        return holds;
    }

    /** What the cell of a wait says. */
    public String text(Segment wait, StepColumn column) {
        return switch (column) {
            case STEP -> "waited for " + WaitText.subject(waits, wait.waitRow()) + heldBy(wait);
            case BEGAN -> began(waits.startNanos(wait.waitRow()));
            case WAITED -> Durations.of(waits.durationNanos(wait.waitRow()));
            case CRITICAL -> Durations.of(wait.nanos());
            case THREAD -> StepNames.thread(waits.thread(wait.waitRow()));
            default -> "";
        };
    }

    private String heldBy(Segment wait) {
        String holders = WaitText.holders(analysis.waits().holders(wait.waitRow()));
        return holders.isEmpty() ? "" : ", " + holders;
    }

    /** What the cell of a holder says. */
    public String text(Hold hold, StepColumn column) {
        return switch (column) {
            case STEP ->
                "held by " + StepNames.thread(hold.thread())
                        + (hold.run() == ContextTable.NO_ROW
                                ? ""
                                : " in "
                                        + StepNames.of(
                                                analysis.model(),
                                                analysis.model().invocations().contextRow(hold.run())));
            case BEGAN -> hold.isBeginKnown() ? began(hold.fromNanos()) : "before";
            case CRITICAL -> Durations.of(hold.toNanos() - hold.fromNanos());
            case THREAD -> StepNames.thread(hold.thread());
            default -> "";
        };
    }

    private String began(long nanos) {
        return "+" + Durations.of(nanos - steps.request().startNanos());
    }
}
