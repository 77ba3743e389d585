package dev.longstack.jmc;

import dev.longstack.analysis.text.Durations;
import dev.longstack.jmc.adapter.timeline.Hold;
import dev.longstack.jmc.adapter.timeline.Picture;
import dev.longstack.jmc.adapter.timeline.Target;
import dev.longstack.jmc.adapter.timeline.Timeline;
import dev.longstack.jmc.adapter.timeline.Viewport;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;

/** Draws what the user has pointed at in a timeline, and how long a range is. UI thread. */
final class TimelineMarks {
    private static final int DIMMED = 150;

    private final Control like;
    private final TimelineLayout layout;

    TimelineMarks(Control like, TimelineLayout layout) {
        this.like = like;
        this.layout = layout;
    }

    /** A frame around what is selected; null for nothing. */
    void current(GC gc, Rectangle area, Timeline timeline, Picture shown, Target current) {
        if (current instanceof Target.Run run) {
            int lane = timeline.laneOf(run.position());
            frame(gc, area, shown, lane, timeline.startNanos(run.position()), timeline.endNanos(run.position()));
        } else if (current instanceof Target.Holding holding) {
            Hold hold = timeline.holds().get(holding.index());
            frame(gc, area, shown, timeline.laneOfHold(holding.index()), hold.fromNanos(), hold.toNanos());
        } else if (current instanceof Target.Wait wait && wait.position() != Timeline.NONE) {
            long from = timeline.model().waits().startNanos(wait.waitRow());
            long to = timeline.model().waits().endNanos(wait.waitRow());
            frame(gc, area, shown, timeline.laneOf(wait.position()), from, to);
        }
    }

    private void frame(GC gc, Rectangle area, Picture shown, int lane, long fromNanos, long toNanos) {
        int x = shown.viewport().x(fromNanos);
        int width = Math.max(3, shown.viewport().x(toNanos) - x);
        int left = layout.gutter();
        gc.setClipping(left, layout.top(), Math.max(1, area.width - left), Math.max(1, area.height - layout.top()));
        gc.setForeground(like.getForeground());
        gc.drawRectangle(left + x - 1, layout.y(lane, shown) + 2, width + 1, layout.laneHeight() - 5);
        gc.setClipping((Rectangle) null);
    }

    /** A frame while dragging, and the time across it. */
    void drag(GC gc, Picture shown, Rectangle dragged) {
        gc.setForeground(like.getForeground());
        gc.drawRectangle(dragged);
        Viewport viewport = shown.viewport();
        int from = dragged.x - layout.gutter();
        measure(gc, viewport.nanos(from + dragged.width) - viewport.nanos(from), dragged.x, dragged.width);
    }

    /** All but the range is dimmed. */
    void range(GC gc, Rectangle area, Picture shown, TimelineRange range) {
        int gutter = layout.gutter();
        int top = layout.top();
        int left = gutter + Math.max(0, shown.viewport().x(range.fromNanos()));
        int right = gutter + Math.max(0, shown.viewport().x(range.toNanos()));
        int above = Math.max(top, layout.y(range.firstLane(), shown));
        int below = Math.max(top, layout.y(range.lastLane() + 1, shown));
        gc.setAlpha(DIMMED);
        gc.setBackground(like.getBackground());
        gc.fillRectangle(gutter, top, area.width - gutter, above - top);
        gc.fillRectangle(gutter, below, area.width - gutter, Math.max(0, area.height - below));
        gc.fillRectangle(gutter, above, left - gutter, below - above);
        gc.fillRectangle(right, above, Math.max(0, area.width - right), below - above);
        gc.setAlpha(255);
        measure(gc, range.toNanos() - range.fromNanos(), left, right - left);
    }

    /** How long it is, above it. */
    private void measure(GC gc, long nanos, int x, int width) {
        String text = " " + Durations.of(nanos) + " ";
        int textWidth = gc.textExtent(text).x;
        int left = Math.max(layout.gutter(), x + (width - textWidth) / 2);
        gc.setBackground(like.getForeground());
        gc.setForeground(like.getBackground());
        gc.fillRoundRectangle(left, 1, textWidth, TimelineLayout.HEADER - 3, 6, 6);
        gc.drawText(text, left, (TimelineLayout.HEADER - gc.getFontMetrics().getHeight()) / 2, true);
        gc.setBackground(new Color(Theme.RAN));
        gc.fillRectangle(x, TimelineLayout.HEADER - 2, Math.max(1, width), 2);
    }
}
