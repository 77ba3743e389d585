package dev.longstack.jmc;

import dev.longstack.jmc.TimelineCanvas.Mode;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;

/** What the mouse does in a timeline: click, drag to select, zoom or move, and widen the names of the lanes. UI thread. */
final class TimelineDrag {
    private static final int CLICK = 3;
    private static final int EDGE = 4;

    private final TimelineCanvas canvas;
    private Mode mode = Mode.SELECT;
    private Point from;
    private Point to;
    private boolean isOfGutter;

    TimelineDrag(TimelineCanvas canvas) {
        this.canvas = canvas;
        canvas.addListener(SWT.MouseDown, this::down);
        canvas.addListener(SWT.MouseMove, this::move);
        canvas.addListener(SWT.MouseUp, this::up);
        canvas.addListener(SWT.MouseDoubleClick, event -> canvas.doubleClick(event.x, event.y));
    }

    void setMode(Mode newMode) {
        mode = newMode;
        cursor(mode == Mode.PAN ? SWT.CURSOR_SIZEALL : SWT.CURSOR_ARROW);
    }

    private void cursor(int id) {
        canvas.setCursor(canvas.getDisplay().getSystemCursor(id));
    }

    /** Whether a range is being dragged. */
    boolean isSelecting() {
        return from != null && !isOfGutter && mode != Mode.PAN && Math.abs(to.x - from.x) > CLICK;
    }

    /** Between where the drag began and the mouse. */
    Rectangle rectangle() {
        return new Rectangle(
                Math.min(from.x, to.x), Math.min(from.y, to.y), Math.abs(to.x - from.x), Math.abs(to.y - from.y));
    }

    private void down(Event event) {
        canvas.forceFocus();
        if (event.button == 1 || event.button == 2) {
            isOfGutter = isAtEdge(event.x);
            from = new Point(event.x, event.y);
            to = from;
        }
    }

    private boolean isAtEdge(int x) {
        return Math.abs(x - canvas.gutter()) <= EDGE;
    }

    private void move(Event event) {
        if (from == null) {
            cursor(isAtEdge(event.x) ? SWT.CURSOR_SIZEWE : mode == Mode.PAN ? SWT.CURSOR_SIZEALL : SWT.CURSOR_ARROW);
            return;
        }
        if (isOfGutter) {
            canvas.setGutter(event.x);
        } else if (mode == Mode.PAN || (event.stateMask & SWT.BUTTON2) != 0) {
            canvas.pan(to.x - event.x);
        }
        to = new Point(event.x, event.y);
        canvas.redraw();
    }

    private void up(Event event) {
        if (from == null) {
            return;
        }
        to = new Point(event.x, event.y);
        Rectangle dragged = rectangle();
        from = null;
        boolean isClick = dragged.width <= CLICK && dragged.height <= CLICK;
        if (canvas.viewport() != null && event.button == 1 && !isOfGutter) {
            if (isClick) {
                canvas.click(event.x, event.y);
            } else if (mode != Mode.PAN) {
                dragged(dragged);
            }
        }
        canvas.redraw();
    }

    private void dragged(Rectangle area) {
        int left = Math.max(0, area.x - canvas.gutter());
        int right = Math.min(canvas.width(), area.x + area.width - canvas.gutter());
        if (left >= right) {
            return;
        }
        if (mode == Mode.ZOOM) {
            canvas.zoomTo(left, right);
        } else {
            canvas.select(left, right, canvas.lane(area.y), canvas.lane(area.y + area.height));
        }
    }
}
