package dev.longstack.jmc.adapter.timeline;

import dev.longstack.analysis.model.InvocationTable;
import dev.longstack.analysis.model.WaitTable;
import dev.longstack.analysis.source.WaitKind;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What the threads waited for inside of their bars, and who held it. */
final class WaitShapes {
    private final Timeline timeline;
    private final WaitTable waits;
    private final Set<WaitKind> kinds;

    WaitShapes(Timeline timeline, Set<WaitKind> kinds) {
        this.timeline = timeline;
        this.waits = timeline.model().waits();
        this.kinds = Set.copyOf(kinds);
    }

    void lane(int lane, Picture picture) {
        if (!kinds.isEmpty()) {
            new Lane(lane, picture).draw();
        }
    }

    /** The waits of one lane. */
    private final class Lane {
        private final int lane;
        private final Picture picture;
        private final Viewport viewport;
        private final Map<WaitKind, Cover> covers = new EnumMap<>(WaitKind.class);
        private final Set<Integer> titled = new HashSet<>();

        Lane(int lane, Picture picture) {
            this.lane = lane;
            this.picture = picture;
            this.viewport = picture.viewport();
            kinds.forEach(kind -> covers.put(kind, new Cover(viewport)));
        }

        void draw() {
            InvocationTable runs = timeline.model().invocations();
            int end = timeline.laneStart(lane + 1);
            for (int at = timeline.firstEndingAfter(lane, viewport.fromNanos());
                    at < end && timeline.startNanos(at) <= viewport.toNanos();
                    at++) {
                add(runs.threadRow(timeline.run(at)), timeline.startNanos(at), timeline.endNanos(at));
            }
            List<Hold> holds = timeline.holds();
            for (int n = 0; n < holds.size(); n++) {
                if (timeline.laneOfHold(n) == lane) {
                    Hold hold = holds.get(n);
                    add(waits.threadRow(hold.thread()), hold.fromNanos(), hold.toNanos());
                }
            }
            covers.forEach((kind, cover) ->
                    cover.addTo(Objects.requireNonNull(picture.waits().get(kind)), lane, 0));
        }

        private void add(int threadRow, long fromNanos, long toNanos) {
            long from = Math.max(fromNanos, viewport.fromNanos());
            long to = Math.min(toNanos, viewport.toNanos());
            if (from > to) {
                return;
            }
            waits.touching(threadRow, from, to, wait -> {
                Cover cover = covers.get(waits.kind(wait));
                if (cover != null) {
                    long start = Math.max(from, waits.startNanos(wait));
                    long end = Math.min(to, waits.endNanos(wait));
                    cover.add(start, end);
                    title(wait, viewport.x(start), viewport.x(end));
                }
            });
        }

        private void title(int wait, int x, int end) {
            if (end - x >= Picture.MIN_TEXT && titled.add(wait)) {
                picture.waitTitles().add(lane, x, end - x, wait);
            }
        }
    }

    /** Who held what, in lanes in sight. */
    void holds(Picture picture, int laneEnd) {
        Viewport viewport = picture.viewport();
        List<Hold> holds = timeline.holds();
        for (int n = 0; n < holds.size() && kinds.contains(WaitKind.LOCK); n++) {
            Hold hold = holds.get(n);
            int lane = timeline.laneOfHold(n);
            int x = viewport.x(hold.fromNanos());
            int end = viewport.x(hold.toNanos());
            boolean inSight = end >= 0 && x < viewport.width();
            if (inSight && lane >= viewport.firstLane() && lane < laneEnd) {
                picture.holds().add(lane, x, Math.max(1, end - x), n);
            }
            int next = nextLane(hold);
            if (next != Timeline.NONE && next != lane && end >= 0 && end < viewport.width()) {
                picture.handovers().add(lane, end, 0, next);
            }
        }
    }

    /** The lane of who got it next. */
    private int nextLane(Hold hold) {
        boolean isWaiting = hold.next().equals(waits.thread(hold.waitRow()));
        int position = isWaiting ? timeline.position(hold.waiting()) : Timeline.NONE;
        return position == Timeline.NONE ? timeline.laneNamed(hold.next()) : timeline.laneOf(position);
    }
}
