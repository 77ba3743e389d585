package dev.longstack.jmc;

import dev.longstack.jmc.adapter.timeline.Picture;
import dev.longstack.jmc.adapter.timeline.Shapes;
import dev.longstack.jmc.adapter.timeline.TimeAxis;
import dev.longstack.jmc.adapter.timeline.Timeline;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;

/** Draws the picture of a timeline, with the colours of another control: themes know tables, and no canvas of ours. UI thread. */
final class TimelinePainter {
    static final int MIN_LANE = 20;
    static final int MAX_LANE = 34;
    static final int HEADER = 20;
    static final int HELD = 34;
    static final int GUTTER = 170;

    private static final int MARGIN = 4;
    private static final int FEW = 300;

    private final Control like;
    private final Map<Integer, Color> colours = new HashMap<>();
    /** The background that the colours were made for. */
    private RGB toned;

    private Timeline timeline;
    private int laneHeight = MIN_LANE;
    private int top = HEADER;

    TimelinePainter(Control like) {
        this.like = like;
    }

    /** How high a lane is, and the y of the first one: below the header, and below what is held where that is shown. */
    void layout(int newLaneHeight, int newTop) {
        laneHeight = newLaneHeight;
        top = newTop;
    }

    private int barHeight() {
        return laneHeight - 2 * MARGIN;
    }

    /** Draws all but what the user points at. */
    void draw(GC gc, Rectangle area, Timeline of, Picture shown) {
        if (timeline != of) {
            colours.clear();
        }
        timeline = of;
        RGB back = like.getBackground().getRGB();
        RGB fore = like.getForeground().getRGB();
        if (!back.equals(toned)) {
            colours.clear();
            toned = back;
        }
        Color faint = new Color(Theme.mix(fore, back, 0.12));
        stripes(gc, area, shown, back, fore);
        columns(gc, shown.pauses(), area, new Color(Theme.mix(Theme.PAUSE, back, 0.22)));
        axis(gc, area, shown, faint, new Color(Theme.mix(fore, back, 0.7)));
        if (top > HEADER) {
            held(gc, shown, new Color(Theme.mix(Theme.QUEUED, back, 0.6)));
        }
        gc.setClipping(GUTTER, top, Math.max(1, area.width - GUTTER), Math.max(1, area.height - top));
        bars(gc, shown, back);
        lines(gc, shown.queues(), shown, new Color(Theme.mix(Theme.QUEUED, back, 0.9)), laneHeight / 2 - 1, 2);
        events(gc, shown);
        arrows(gc, shown, new Color(Theme.mix(fore, back, shown.arrows().size() > FEW ? 0.22 : 0.5)));
        path(gc, shown);
        hints(gc, shown);
        gc.setClipping((Rectangle) null);
    }

    private void stripes(GC gc, Rectangle area, Picture shown, RGB back, RGB fore) {
        int first = shown.viewport().firstLane();
        Color stripe = new Color(Theme.mix(fore, back, 0.04));
        gc.setForeground(new Color(fore));
        for (int lane = first;
                lane < Math.min(timeline.lanes(), first + shown.viewport().lanes());
                lane++) {
            int y = y(lane, shown);
            if (lane % 2 == 1) {
                gc.setBackground(stripe);
                gc.fillRectangle(0, y, area.width, laneHeight);
            }
            gc.setClipping(0, y, GUTTER - 6, laneHeight);
            gc.drawText(
                    timeline.laneTitle(lane),
                    4,
                    y + (laneHeight - gc.getFontMetrics().getHeight()) / 2,
                    true);
            gc.setClipping((Rectangle) null);
        }
    }

    /** The y of a lane's upper edge. */
    int y(int lane, Picture shown) {
        return top + (lane - shown.viewport().firstLane()) * laneHeight;
    }

    private static void columns(GC gc, Shapes columns, Rectangle area, Color colour) {
        gc.setBackground(colour);
        for (int n = 0; n < columns.size(); n++) {
            gc.fillRectangle(GUTTER + columns.x(n), HEADER, columns.width(n), area.height - HEADER);
        }
    }

    private void axis(GC gc, Rectangle area, Picture shown, Color line, Color text) {
        for (TimeAxis.Tick tick : TimeAxis.ticks(shown.viewport(), timeline.fromNanos())) {
            gc.setBackground(line);
            gc.fillRectangle(GUTTER + tick.x(), HEADER - 4, 1, area.height);
            gc.setForeground(text);
            gc.drawText(tick.text(), GUTTER + tick.x() + 3, 1, true);
        }
        gc.setBackground(line);
        gc.fillRectangle(GUTTER - 1, 0, 1, area.height);
        gc.fillRectangle(0, HEADER - 1, area.width, 1);
    }

    private void held(GC gc, Picture shown, Color colour) {
        gc.setForeground(like.getForeground());
        gc.drawText("held by backpressure", 4, HEADER + 8, true);
        gc.setBackground(colour);
        Shapes held = shown.held();
        for (int n = 0; n < held.size(); n++) {
            int height = Math.max(1, held.value(n) * (HELD - 4) / 1000);
            gc.fillRectangle(GUTTER + held.x(n), HEADER + HELD - 1 - height, held.width(n), height);
        }
    }

    private void bars(GC gc, Picture shown, RGB back) {
        Shapes bars = shown.bars();
        for (int n = 0; n < bars.size(); n++) {
            int operation = shown.operationRow(n);
            int depth = shown.depth(n);
            gc.setBackground(colours.computeIfAbsent(operation * 4 + depth, key -> colour(operation, depth, back)));
            int y = y(bars.lane(n), shown) + MARGIN + depth;
            gc.fillRectangle(
                    GUTTER + bars.x(n),
                    y,
                    Math.max(1, bars.width(n) - (bars.width(n) > 3 ? 1 : 0)),
                    barHeight() - 2 * depth);
        }
    }

    private Color colour(int operation, int depth, RGB back) {
        RGB of = Theme.ofOperation(timeline.model().contexts().operationNamed(operation));
        RGB toned = Theme.mix(of, back, 0.8);
        return new Color(depth % 2 == 0 ? toned : Theme.mix(toned, new RGB(0, 0, 0), 0.75));
    }

    private void lines(GC gc, Shapes lines, Picture shown, Color colour, int offset, int height) {
        gc.setBackground(colour);
        for (int n = 0; n < lines.size(); n++) {
            gc.fillRectangle(GUTTER + lines.x(n), y(lines.lane(n), shown) + offset, lines.width(n), height);
        }
    }

    private void events(GC gc, Picture shown) {
        shown.waits()
                .forEach((kind, marks) ->
                        lines(gc, marks, shown, new Color(Theme.ofEvent(kind)), laneHeight - MARGIN, MARGIN - 1));
    }

    /** Elbows: down or up from the creation, then right to where the run begins. */
    private void arrows(GC gc, Picture shown, Color colour) {
        gc.setBackground(colour);
        Shapes arrows = shown.arrows();
        for (int n = 0; n < arrows.size(); n++) {
            int from = y(arrows.lane(n), shown) + laneHeight / 2;
            int to = y(arrows.value(n), shown) + laneHeight / 2;
            int x = GUTTER + arrows.x(n);
            gc.fillRectangle(x, Math.min(from, to), 1, Math.abs(to - from) + 1);
            if (arrows.width(n) > 0) {
                gc.fillRectangle(x, to, arrows.width(n), 1);
            }
            int tip = x + Math.max(0, arrows.width(n));
            gc.fillRectangle(tip - 2, to - 1, 2, 3);
        }
    }

    private void path(GC gc, Picture shown) {
        Shapes pieces = shown.path();
        gc.setBackground(new Color(Theme.CRITICAL));
        for (int n = 0; n < pieces.size(); n++) {
            int y = y(pieces.lane(n), shown) + laneHeight - MARGIN;
            boolean ran = pieces.value(n) == 1;
            gc.fillRectangle(GUTTER + pieces.x(n), y, pieces.width(n), ran ? 3 : 1);
        }
    }

    private void hints(GC gc, Picture shown) {
        gc.setBackground(new Color(Theme.HINT));
        Shapes hints = shown.hints();
        for (int n = 0; n < hints.size(); n++) {
            int x = GUTTER + hints.x(n);
            int y = y(hints.lane(n), shown) + 1;
            gc.fillRectangle(x, y, 1, hints.size() > FEW ? MARGIN : laneHeight - 4);
            gc.fillRectangle(x, y, hints.size() > FEW ? 1 : 6, 4);
        }
    }
}
