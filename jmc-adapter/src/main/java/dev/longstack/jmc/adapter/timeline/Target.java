package dev.longstack.jmc.adapter.timeline;

import dev.longstack.analysis.model.WaitTable;
import java.util.Optional;

/** What is drawn at a place of a timeline. */
public sealed interface Target {
    /** How many runs after a place are looked at for one that was queued there. */
    int MAX_QUEUED = 200;

    /** A run. */
    record Run(int position) implements Target {}

    /**
     * A wait of a thread inside of a bar.
     *
     * @param waitRow of the wait table
     * @param position of the run that waited; {@link Timeline#NONE} where it was a holder's wait
     */
    record Wait(int waitRow, int position) implements Target {}

    /** A time in which a thread held what another one waited for. */
    record Holding(int index) implements Target {}

    /** A run that was queued. */
    record Queued(int position) implements Target {}

    /** The way from the creation of a step to its run. */
    record Arrow(int position) implements Target {}

    /** A time in which the JVM stood. */
    record Pause(long fromNanos, long toNanos) implements Target {}

    /**
     * The innermost thing at a place; empty for none.
     *
     * @param x the pixel, from the left edge of the picture on
     * @param lane may be none of the timeline's
     * @param isLower whether the place is in the lower half of the lane, where waits are
     */
    static Optional<Target> at(Timeline timeline, Picture picture, int x, int lane, boolean isLower) {
        Viewport viewport = picture.viewport();
        long nanos = viewport.nanos(x);
        long slack = viewport.nanos() * 2 / Math.max(1, viewport.width());
        if (lane < 0 || lane >= timeline.lanes()) {
            return pause(timeline, nanos, slack);
        }
        int position = timeline.at(lane, nanos, slack);
        if (position != Timeline.NONE) {
            int thread = timeline.model().invocations().threadRow(timeline.run(position));
            int wait = isLower ? timeline.waitOf(thread, nanos, slack) : Timeline.NONE;
            return Optional.of(wait == Timeline.NONE ? new Run(position) : new Wait(wait, position));
        }
        return holding(timeline, lane, nanos, slack, isLower)
                .or(() -> queued(timeline, lane, nanos, slack))
                .or(() -> arrow(timeline, picture, x, lane))
                .or(() -> pause(timeline, nanos, slack));
    }

    private static Optional<Target> holding(Timeline timeline, int lane, long nanos, long slack, boolean isLower) {
        for (int n = 0; n < timeline.holds().size(); n++) {
            Hold hold = timeline.holds().get(n);
            boolean isHere = timeline.laneOfHold(n) == lane
                    && hold.fromNanos() <= nanos + slack
                    && hold.toNanos() >= nanos - slack;
            if (isHere) {
                WaitTable waits = timeline.model().waits();
                int wait = isLower ? timeline.waitOf(waits.threadRow(hold.thread()), nanos, slack) : Timeline.NONE;
                return Optional.of(wait == Timeline.NONE ? new Holding(n) : new Wait(wait, Timeline.NONE));
            }
        }
        return Optional.empty();
    }

    private static Optional<Target> queued(Timeline timeline, int lane, long nanos, long slack) {
        int first = timeline.firstEndingAfter(lane, nanos);
        int end = Math.min(timeline.laneStart(lane + 1), first + MAX_QUEUED);
        for (int at = first; at < end; at++) {
            if (timeline.queuedFromNanos(at) <= nanos + slack && timeline.startNanos(at) >= nanos) {
                return Optional.of(new Queued(at));
            }
        }
        return Optional.empty();
    }

    private static Optional<Target> arrow(Timeline timeline, Picture picture, int x, int lane) {
        Shapes arrows = picture.arrows();
        for (int n = 0; n < arrows.size(); n++) {
            int from = arrows.lane(n);
            int to = timeline.laneOf(arrows.value(n));
            boolean isDown = Math.abs(arrows.x(n) - x) <= 2 && lane >= Math.min(from, to) && lane <= Math.max(from, to);
            boolean isAcross = lane == to && x >= arrows.x(n) && x <= arrows.x(n) + arrows.width(n);
            if (isDown || isAcross) {
                return Optional.of(new Arrow(arrows.value(n)));
            }
        }
        return Optional.empty();
    }

    private static Optional<Target> pause(Timeline timeline, long nanos, long slack) {
        Target[] found = {null};
        timeline.model()
                .rest()
                .pauses()
                .touching(nanos - slack, nanos + slack, (from, to) -> found[0] = new Pause(from, to));
        return Optional.ofNullable(found[0]);
    }
}
