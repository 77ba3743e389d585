package dev.longstack.jmc;

import dev.longstack.analysis.source.WaitKind;
import dev.longstack.analysis.stack.StepNames;
import dev.longstack.jmc.adapter.timeline.Picture;
import dev.longstack.jmc.adapter.timeline.Shapes;
import dev.longstack.jmc.adapter.timeline.TargetText;
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
    private static final int HEADER = TimelineLayout.HEADER;
    private static final int HELD = TimelineLayout.HELD;
    private static final int MARGIN = TimelineLayout.MARGIN;
    private static final int FEW = 300;
    private static final int PADDING = 4;

    private final Control like;
    private final TimelineLayout layout;
    private final Map<Integer, Color> colours = new HashMap<>();
    /** The background that the colours were made for. */
    private RGB toned;

    private Timeline timeline;
    private int laneHeight;
    private int top;
    private int gutter;

    TimelinePainter(Control like, TimelineLayout layout) {
        this.like = like;
        this.layout = layout;
    }

    /** Lets go of the timeline. */
    void forget() {
        timeline = null;
    }

    void erase(GC gc, Rectangle area) {
        gc.setBackground(like.getBackground());
        gc.fillRectangle(area);
    }

    /** Draws all but what the user points at. */
    void draw(GC gc, Rectangle area, Timeline of, Picture shown) {
        if (timeline != of) {
            colours.clear();
        }
        timeline = of;
        laneHeight = layout.laneHeight();
        top = layout.top();
        gutter = layout.gutter();
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
        if (layout.hasHeld()) {
            held(gc, shown, new Color(Theme.mix(Theme.QUEUED, back, 0.6)));
        }
        gc.setClipping(gutter, top, Math.max(1, area.width - gutter), Math.max(1, area.height - top));
        // below the bars, whose text they would strike through
        arrows(gc, shown, new Color(Theme.mix(fore, back, shown.arrows().size() > FEW ? 0.22 : 0.5)));
        bars(gc, shown, back);
        holds(gc, shown, back);
        waits(gc, shown, back);
        titles(gc, shown, back);
        lines(gc, shown.queues(), shown, new Color(Theme.mix(Theme.QUEUED, back, 0.9)), laneHeight / 2 - 1, 2);
        handovers(gc, shown);
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
            if (timeline.isHoldersOnly(lane) && (lane == 0 || !timeline.isHoldersOnly(lane - 1))) {
                gc.setBackground(new Color(Theme.mix(fore, back, 0.3)));
                gc.fillRectangle(0, y, area.width, 1);
            }
            gc.drawText(
                    Ellipsis.of(gc, timeline.laneTitle(lane), gutter - 10),
                    PADDING,
                    y + (laneHeight - gc.getFontMetrics().getHeight()) / 2,
                    true);
        }
    }

    private int y(int lane, Picture shown) {
        return layout.y(lane, shown);
    }

    private void columns(GC gc, Shapes columns, Rectangle area, Color colour) {
        gc.setBackground(colour);
        for (int n = 0; n < columns.size(); n++) {
            gc.fillRectangle(gutter + columns.x(n), HEADER, columns.width(n), area.height - HEADER);
        }
    }

    private void axis(GC gc, Rectangle area, Picture shown, Color line, Color text) {
        for (TimeAxis.Tick tick : TimeAxis.ticks(shown.viewport(), timeline.fromNanos())) {
            gc.setBackground(line);
            gc.fillRectangle(gutter + tick.x(), HEADER - 4, 1, area.height);
            gc.setForeground(text);
            gc.drawText(tick.text(), gutter + tick.x() + 3, 1, true);
        }
        gc.setBackground(line);
        gc.fillRectangle(gutter - 1, 0, 1, area.height);
        gc.fillRectangle(0, HEADER - 1, area.width, 1);
    }

    private void held(GC gc, Picture shown, Color colour) {
        gc.setForeground(like.getForeground());
        gc.drawText(Ellipsis.of(gc, "Held by backpressure", gutter - 10), PADDING, HEADER + 8, true);
        gc.setBackground(colour);
        Shapes held = shown.held();
        for (int n = 0; n < held.size(); n++) {
            int height = Math.max(1, held.value(n) * (HELD - 4) / 1000);
            gc.fillRectangle(gutter + held.x(n), HEADER + HELD - 1 - height, held.width(n), height);
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
                    gutter + bars.x(n),
                    y,
                    Math.max(1, bars.width(n) - (bars.width(n) > 3 ? 1 : 0)),
                    layout.barHeight() - 2 * depth);
        }
    }

    private void titles(GC gc, Picture shown, RGB back) {
        Shapes holds = shown.holds();
        for (int n = 0; n < holds.size(); n++) {
            if (timeline.isHoldersOnly(holds.lane(n))) {
                String title = TargetText.held(timeline, timeline.holds().get(holds.value(n)));
                text(gc, title, holds, n, shown, Theme.mix(Theme.ofEvent(WaitKind.LOCK), back, 0.35));
            }
        }
        Shapes titles = shown.titles();
        for (int n = 0; n < titles.size(); n++) {
            int row = timeline.contextRow(titles.value(n));
            RGB of = colour(timeline.model().contexts().operationRow(row), 0, back)
                    .getRGB();
            text(gc, StepNames.of(timeline.model(), row), titles, n, shown, of);
        }
    }

    /** In the upper half of a bar; where that is too low, across all of it, with what is in the lower half. */
    private void text(GC gc, String text, Shapes shapes, int n, Picture shown, RGB on) {
        int y = y(shapes.lane(n), shown) + MARGIN;
        if (hasTwoLines(gc)) {
            line(gc, text, shapes, n, y, layout.barHeight() / 2, on);
        } else if (gc.getFontMetrics().getHeight() <= layout.barHeight() + 2) {
            line(gc, text + waited(shapes, n, shown), shapes, n, y, layout.barHeight(), on);
        }
    }

    private boolean hasTwoLines(GC gc) {
        return gc.getFontMetrics().getHeight() <= layout.barHeight() / 2 + 2;
    }

    private void line(GC gc, String text, Shapes shapes, int n, int y, int height, RGB on) {
        gc.setForeground(new Color(Theme.readableOn(on)));
        gc.drawText(
                Ellipsis.of(gc, text, shapes.width(n) - 2 * PADDING),
                gutter + shapes.x(n) + PADDING,
                y + (height - gc.getFontMetrics().getHeight()) / 2,
                true);
    }

    /** What the widest wait inside of a bar was for; empty for none. */
    private String waited(Shapes shapes, int n, Picture shown) {
        Shapes waits = shown.waitTitles();
        int widest = -1;
        for (int each = 0; each < waits.size(); each++) {
            boolean isInside = waits.lane(each) == shapes.lane(n)
                    && waits.x(each) >= shapes.x(n)
                    && waits.x(each) < shapes.x(n) + shapes.width(n);
            if (isInside && (widest < 0 || waits.width(each) > waits.width(widest))) {
                widest = each;
            }
        }
        return widest < 0 ? "" : " – " + TargetText.waited(timeline, waits.value(widest));
    }

    /** In lanes of their own bars, in others a frame. */
    private void holds(GC gc, Picture shown, RGB back) {
        RGB of = Theme.mix(Theme.ofEvent(WaitKind.LOCK), back, 0.35);
        Shapes holds = shown.holds();
        for (int n = 0; n < holds.size(); n++) {
            int y = y(holds.lane(n), shown) + MARGIN;
            int x = gutter + holds.x(n);
            if (timeline.isHoldersOnly(holds.lane(n))) {
                gc.setBackground(new Color(of));
                gc.fillRectangle(x, y, holds.width(n), layout.barHeight());
            }
            gc.setForeground(new Color(Theme.ofEvent(WaitKind.LOCK)));
            gc.drawRectangle(x, y, Math.max(1, holds.width(n) - 1), layout.barHeight() - 1);
        }
    }

    /** The lower half of the bars, less where that has no text: while the thread waited, and for what. */
    private void waits(GC gc, Picture shown, RGB back) {
        int half = hasTwoLines(gc) ? layout.barHeight() / 2 : Math.max(3, layout.barHeight() / 4);
        shown.waits().forEach((kind, waits) -> {
            Color colour = new Color(Theme.mix(Theme.ofEvent(kind), back, 0.9));
            lines(gc, waits, shown, colour, MARGIN + layout.barHeight() - half, half);
        });
        Shapes titles = shown.waitTitles();
        for (int n = 0; n < titles.size() && hasTwoLines(gc); n++) {
            int wait = titles.value(n);
            RGB on = Theme.mix(Theme.ofEvent(timeline.model().waits().kind(wait)), back, 0.9);
            int y = y(titles.lane(n), shown) + MARGIN + layout.barHeight() - half;
            line(gc, TargetText.waited(timeline, wait), titles, n, y, half, on);
        }
    }

    /** From who had it to who got it next. */
    private void handovers(GC gc, Picture shown) {
        gc.setBackground(new Color(Theme.ofEvent(WaitKind.LOCK)));
        Shapes handovers = shown.handovers();
        for (int n = 0; n < handovers.size(); n++) {
            int from = y(handovers.lane(n), shown) + laneHeight / 2;
            int to = y(handovers.value(n), shown) + laneHeight / 2;
            int x = gutter + handovers.x(n);
            int tip = to < from ? to + layout.barHeight() / 2 : to - layout.barHeight() / 2;
            gc.fillRectangle(x - 1, Math.min(from, tip), 2, Math.abs(tip - from) + 1);
            int down = to < from ? 6 : -6;
            gc.fillPolygon(new int[] {x, tip, x - 5, tip + down, x + 5, tip + down});
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
            gc.fillRectangle(gutter + lines.x(n), y(lines.lane(n), shown) + offset, lines.width(n), height);
        }
    }

    /** Elbows: down or up from the creation, then right to where the run begins. */
    private void arrows(GC gc, Picture shown, Color colour) {
        gc.setBackground(colour);
        Shapes arrows = shown.arrows();
        for (int n = 0; n < arrows.size(); n++) {
            int from = y(arrows.lane(n), shown) + laneHeight / 2;
            int to = y(timeline.laneOf(arrows.value(n)), shown) + laneHeight / 2;
            int x = gutter + arrows.x(n);
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
            gc.fillRectangle(gutter + pieces.x(n), y, pieces.width(n), ran ? 3 : 2);
        }
    }

    private void hints(GC gc, Picture shown) {
        gc.setBackground(new Color(Theme.HINT));
        Shapes hints = shown.hints();
        for (int n = 0; n < hints.size(); n++) {
            int x = gutter + hints.x(n);
            int y = y(hints.lane(n), shown) + 1;
            gc.fillRectangle(x, y, 1, hints.size() > FEW ? MARGIN : laneHeight - 4);
            gc.fillRectangle(x, y, hints.size() > FEW ? 1 : 6, 4);
        }
    }
}
