package dev.longstack.jmc.adapter.timeline;

import dev.longstack.analysis.model.ContextTable;
import dev.longstack.analysis.model.WaitTable;
import dev.longstack.analysis.source.WaitKind;
import dev.longstack.analysis.stack.StepNames;
import dev.longstack.analysis.text.Durations;
import dev.longstack.analysis.text.WaitText;
import dev.longstack.jmc.adapter.units.Times;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a timeline says of what is drawn at a place. */
public final class TargetText {
    private TargetText() {}

    /** Where: the thread or operation of the lane. */
    public static String heading(Timeline timeline, Target target) {
        if (target instanceof Target.Run run) {
            return timeline.lane(timeline.laneOf(run.position()));
        } else if (target instanceof Target.Wait wait) {
            return timeline.model().waits().thread(wait.waitRow());
        } else if (target instanceof Target.Holding holding) {
            return timeline.holds().get(holding.index()).thread();
        } else if (target instanceof Target.Queued queued) {
            return timeline.lane(timeline.laneOf(queued.position()));
        } else if (target instanceof Target.Arrow arrow) {
            int creator = timeline.creator(arrow.position());
            return (creator == Timeline.NONE ? "unknown" : timeline.lane(timeline.laneOf(creator))) + " → "
                    + timeline.lane(timeline.laneOf(arrow.position()));
        }
        return "All threads";
    }

    /** What it is, and how long it took. */
    public static String title(Timeline timeline, Target target) {
        if (target instanceof Target.Run run) {
            return TimelineText.title(timeline, run.position());
        } else if (target instanceof Target.Wait wait) {
            return WaitText.sentence(timeline.waits(), timeline.model().waits(), wait.waitRow());
        } else if (target instanceof Target.Holding holding) {
            Hold hold = timeline.holds().get(holding.index());
            return held(timeline, hold) + "  " + Durations.of(hold.toNanos() - hold.fromNanos());
        } else if (target instanceof Target.Queued queued) {
            return step(timeline, queued.position()) + "  queued "
                    + Durations.of(
                            timeline.startNanos(queued.position()) - timeline.queuedFromNanos(queued.position()));
        } else if (target instanceof Target.Arrow arrow) {
            return step(timeline, arrow.position()) + "  ran "
                    + Durations.of(timeline.startNanos(arrow.position()) - timeline.creationNanos(arrow.position()))
                    + " after it was created";
        }
        Target.Pause pause = (Target.Pause) target;
        return "JVM paused  " + Durations.of(pause.toNanos() - pause.fromNanos());
    }

    /** From when to when. */
    public static String range(Timeline timeline, Target target) {
        if (target instanceof Target.Run run) {
            return TimelineText.range(timeline, run.position());
        } else if (target instanceof Target.Wait wait) {
            WaitTable waits = timeline.model().waits();
            return range(waits.startNanos(wait.waitRow()), waits.endNanos(wait.waitRow()));
        } else if (target instanceof Target.Holding holding) {
            Hold hold = timeline.holds().get(holding.index());
            return (hold.isBeginKnown() ? "" : "since before ") + range(hold.fromNanos(), hold.toNanos());
        } else if (target instanceof Target.Queued queued) {
            return range(timeline.queuedFromNanos(queued.position()), timeline.startNanos(queued.position()));
        } else if (target instanceof Target.Arrow arrow) {
            return range(timeline.creationNanos(arrow.position()), timeline.startNanos(arrow.position()));
        }
        Target.Pause pause = (Target.Pause) target;
        return range(pause.fromNanos(), pause.toNanos());
    }

    private static String range(long fromNanos, long toNanos) {
        return Times.of(fromNanos) + " – " + Times.of(toNanos);
    }

    /** Names and values, in the order to show them. */
    public static Map<String, String> attributes(Timeline timeline, Target target) {
        Map<String, String> attributes = new LinkedHashMap<>();
        if (target instanceof Target.Run run) {
            return TimelineText.attributes(timeline, run.position());
        } else if (target instanceof Target.Wait wait && wait.position() != Timeline.NONE) {
            attributes.put("In step", step(timeline, wait.position()));
        } else if (target instanceof Target.Holding holding) {
            Hold hold = timeline.holds().get(holding.index());
            attributes.put("Blocked", step(timeline, hold));
            attributes.put("Passed on to", StepNames.thread(hold.next()));
            if (hold.run() != ContextTable.NO_ROW) {
                attributes.put(
                        "It ran",
                        StepNames.of(
                                timeline.model(), timeline.model().invocations().contextRow(hold.run())));
            }
        } else if (target instanceof Target.Queued queued) {
            return TimelineText.attributes(timeline, queued.position());
        }
        return attributes;
    }

    /** {@code held lock StockLedger}. */
    public static String held(Timeline timeline, Hold hold) {
        return "held " + WaitText.subject(timeline.model().waits(), hold.waitRow());
    }

    /** What was waited for, and who held it, for the inside of a bar: {@code lock StockLedger, held by db-4}. */
    public static String waited(Timeline timeline, int waitRow) {
        if (timeline.model().waits().kind(waitRow) == WaitKind.SLEEP) {
            return "sleep";
        }
        String holders = WaitText.holders(timeline.waits().holders(waitRow));
        return WaitText.subject(timeline.model().waits(), waitRow) + (holders.isEmpty() ? "" : ", " + holders);
    }

    private static String step(Timeline timeline, int position) {
        return StepNames.of(timeline.model(), timeline.contextRow(position));
    }

    private static String step(Timeline timeline, Hold hold) {
        return StepNames.of(timeline.model(), timeline.model().invocations().contextRow(hold.waiting()));
    }
}
