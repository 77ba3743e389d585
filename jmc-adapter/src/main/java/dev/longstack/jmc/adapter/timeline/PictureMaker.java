package dev.longstack.jmc.adapter.timeline;

import dev.longstack.analysis.model.HintTable;
import dev.longstack.analysis.model.Model;
import dev.longstack.analysis.source.WaitKind;
import dev.longstack.analysis.tree.CriticalPath;
import dev.longstack.analysis.tree.CriticalPath.Part;
import dev.longstack.analysis.tree.CriticalPath.Segment;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Makes the picture of a viewport: where there are more runs than pixels, a pixel shows one of them. One thread at a time. */
public final class PictureMaker {
    private static final int MAX_ARROWS = 20_000;
    private static final int THOUSAND = 1000;
    private static final int NOTHING = -1;

    private final Timeline timeline;
    private final Model model;
    private final List<Segment> path;
    private final WaitShapes waits;

    /**
     * Of a timeline.
     *
     * @param path a critical path through it; empty for none
     * @param kinds of waits to draw
     */
    public PictureMaker(Timeline timeline, List<Segment> path, Set<WaitKind> kinds) {
        this.timeline = timeline;
        this.model = timeline.model();
        this.path = List.copyOf(path);
        this.waits = new WaitShapes(timeline, kinds);
    }

    /** The picture; null where it was cancelled. The thread of the caller. */
    public @Nullable Picture of(Viewport viewport, BooleanSupplier cancelled) {
        Picture picture = Picture.of(viewport);
        Set<Long> drawnArrows = new HashSet<>();
        int end = Math.min(timeline.lanes(), viewport.firstLane() + viewport.lanes());
        for (int lane = viewport.firstLane(); lane < end; lane++) {
            if (cancelled.getAsBoolean()) {
                return null;
            }
            lane(lane, picture, drawnArrows);
            waits.lane(lane, picture);
        }
        waits.holds(picture, end);
        Cover pauses = new Cover(viewport);
        model.rest().pauses().touching(viewport.fromNanos(), viewport.toNanos(), pauses::add);
        pauses.addTo(picture.pauses(), NOTHING, 0);
        hints(picture, end);
        path(picture, end);
        held(picture);
        return picture;
    }

    private void lane(int lane, Picture picture, Set<Long> drawnArrows) {
        Viewport viewport = picture.viewport();
        int first = timeline.firstEndingAfter(lane, viewport.fromNanos());
        int last = first;
        while (last < timeline.laneStart(lane + 1) && timeline.startNanos(last) <= viewport.toNanos()) {
            last++;
        }
        Cover queues = new Cover(viewport);
        for (int at = first; at < last; at++) {
            queues.add(timeline.queuedFromNanos(at), timeline.startNanos(at));
            if (drawnArrows.size() < MAX_ARROWS) {
                arrow(at, lane, picture, drawnArrows);
            }
        }
        queues.addTo(picture.queues(), lane, 0);
        if (last - first > viewport.width() / 2) {
            merged(lane, first, last, picture);
        } else {
            single(lane, first, last, picture);
        }
    }

    /** A bar a run. */
    private void single(int lane, int first, int last, Picture picture) {
        Viewport viewport = picture.viewport();
        long[] open = new long[Picture.MAX_DEPTH + 1];
        int depth = 0;
        for (int at = first; at < last; at++) {
            while (depth > 0 && open[depth - 1] <= timeline.startNanos(at)) {
                depth--;
            }
            if (timeline.endNanos(at) >= viewport.fromNanos()) {
                int x = viewport.x(timeline.startNanos(at));
                int width = Math.max(1, viewport.x(timeline.endNanos(at)) - x);
                picture.bars().add(lane, x, width, Picture.barValue(operationRow(at), depth));
                if (width >= Picture.MIN_TEXT) {
                    picture.titles().add(lane, Math.max(0, x), width - Math.max(0, -x), at);
                }
            }
            if (depth < open.length) {
                open[depth++] = timeline.endNanos(at);
            }
        }
    }

    /** A bar a stretch of pixels that show the same operation. */
    private void merged(int lane, int first, int last, Picture picture) {
        Viewport viewport = picture.viewport();
        int[] operations = new int[viewport.width()];
        Arrays.fill(operations, NOTHING);
        for (int at = first; at < last; at++) {
            int x = Math.max(0, viewport.x(timeline.startNanos(at)));
            int end = Math.min(operations.length, Math.max(x + 1, viewport.x(timeline.endNanos(at))));
            int operation = operationRow(at);
            for (int pixel = x; pixel < end; pixel++) {
                operations[pixel] = operation;
            }
        }
        for (int begin = 0; begin < operations.length; ) {
            int end = begin + 1;
            while (end < operations.length && operations[end] == operations[begin]) {
                end++;
            }
            if (operations[begin] != NOTHING) {
                picture.bars().add(lane, begin, end - begin, Picture.barValue(operations[begin], 0));
            }
            begin = end;
        }
    }

    private int operationRow(int at) {
        return timeline.model().contexts().operationRow(timeline.contextRow(at));
    }

    private void arrow(int at, int lane, Picture picture, Set<Long> drawn) {
        int creator = timeline.creator(at);
        if (creator == Timeline.NONE) {
            return;
        }
        int from = timeline.laneOf(creator);
        Viewport viewport = picture.viewport();
        int x = viewport.x(timeline.creationNanos(at));
        int begin = viewport.x(timeline.startNanos(at));
        boolean isSeen = from != lane && x >= 0 && x < viewport.width();
        if (isSeen && drawn.add(((long) x << 42) | ((long) from << 21) | lane)) {
            picture.arrows().add(from, x, begin - x, at);
        }
    }

    private void hints(Picture picture, int laneEnd) {
        Viewport viewport = picture.viewport();
        Set<Long> drawn = new HashSet<>();
        HintTable hints = model.hints();
        for (int hint = 0; hint < hints.size(); hint++) {
            int row = model.contexts().rowOf(hints.contextId(hint));
            int at = row < 0 ? Timeline.NONE : runAt(row, hints.timeNanos(hint));
            int x = viewport.x(hints.timeNanos(hint));
            if (at == Timeline.NONE || x < 0 || x >= viewport.width()) {
                continue;
            }
            int lane = timeline.laneOf(at);
            boolean inSight = lane >= viewport.firstLane() && lane < laneEnd;
            if (inSight && drawn.add(((long) lane << 32) | x)) {
                picture.hints().add(lane, x, 1, at);
            }
        }
    }

    /** The context's run that the time falls into, else its first one. */
    private int runAt(int row, long nanos) {
        int found = Timeline.NONE;
        for (int n = 0; n < timeline.model().runCount(row); n++) {
            int at = timeline.position(timeline.model().run(row, n));
            if (at != Timeline.NONE && (found == Timeline.NONE || timeline.startNanos(at) <= nanos)) {
                found = at;
            }
        }
        return found;
    }

    private void path(Picture picture, int laneEnd) {
        Viewport viewport = picture.viewport();
        for (CriticalPath.Segment each : path) {
            int at = timeline.position(each.run());
            int lane = at == Timeline.NONE ? Timeline.NONE : timeline.laneOf(at);
            boolean inSight = lane >= viewport.firstLane()
                    && lane < laneEnd
                    && each.endNanos() >= viewport.fromNanos()
                    && each.startNanos() <= viewport.toNanos();
            if (inSight) {
                int x = viewport.x(each.startNanos());
                picture.path()
                        .add(lane, x, Math.max(1, viewport.x(each.endNanos()) - x), each.part() == Part.RUN ? 1 : 0);
            }
        }
    }

    private void held(Picture picture) {
        if (timeline.held().isEmpty()) {
            return;
        }
        long[] amounts = timeline.held().byPixel(picture.viewport());
        long most = Math.max(1, Arrays.stream(amounts).max().orElse(1));
        for (int x = 0; x < amounts.length; x++) {
            if (amounts[x] > 0) {
                picture.held().add(NOTHING, x, 1, (int) (amounts[x] * THOUSAND / most));
            }
        }
    }
}
