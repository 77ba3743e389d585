package dev.longstack.jmc;

import dev.longstack.jmc.adapter.table.RequestFilter.Area;
import dev.longstack.jmc.adapter.table.RequestTable;
import dev.longstack.jmc.adapter.table.Scatter;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;

/** All requests of the recording as dots, by when they began and how long they took; what is dragged over is listed alone. */
public final class OverviewCanvas extends Canvas {
    private static final int MARGIN = 4;
    private static final int GUTTER = 56;
    private static final int DOT = 3;
    private static final int CLICK = 3;
    private static final int MAX_MARKS = 200;

    private final Control like;
    private final Consumer<Area> brushed;
    private final Background background;
    private RequestTable requests;
    private Scatter scatter;
    private int[] marked = {};
    private Point from;
    private Rectangle brush;

    /**
     * An empty one.
     *
     * @param like whose colours it takes
     * @param brushed told what was dragged over; null where that was taken back
     */
    OverviewCanvas(Composite parent, Control like, Consumer<Area> brushed) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND | SWT.BORDER);
        this.like = like;
        this.brushed = brushed;
        background = new Background(this);
        setToolTipText("Each dot is a request: when it began, and how long it took. Drag to list only these requests.");
        addListener(SWT.Paint, event -> draw(event.gc));
        addListener(SWT.Resize, event -> make());
        addListener(SWT.MouseDown, this::down);
        addListener(SWT.MouseMove, this::move);
        addListener(SWT.MouseUp, this::up);
    }

    /** Shows these requests; null shows none. */
    void show(RequestTable newRequests) {
        requests = newRequests;
        scatter = null;
        brush = null;
        marked = new int[0];
        make();
        redraw();
    }

    /** Marks these requests, as indexes of the table of requests. */
    void mark(int[] newMarked) {
        marked = newMarked;
        redraw();
    }

    void clearBrush() {
        brush = null;
        redraw();
    }

    private void make() {
        RequestTable of = requests;
        int width = getClientArea().width - GUTTER - MARGIN;
        int height = getClientArea().height - 2 * MARGIN;
        if (of == null || width <= 0 || height <= 0) {
            background.cancel();
            return;
        }
        background.run("Drawing the overview", cancelled -> Scatter.of(of, width, height, cancelled), made -> {
            // a brush is in pixels of the picture before
            if (brush != null && scatter != null && scatter.width() != made.width()) {
                brush = new Rectangle(
                        brush.x * made.width() / scatter.width(),
                        brush.y,
                        brush.width * made.width() / scatter.width(),
                        brush.height);
            }
            scatter = made;
            redraw();
        });
    }

    private void down(Event event) {
        if (event.button == 1 && scatter != null) {
            from = inside(event);
        }
    }

    private Point inside(Event event) {
        return new Point(
                Math.max(0, Math.min(scatter.width() - 1, event.x - GUTTER)),
                Math.max(0, Math.min(scatter.height() - 1, event.y - MARGIN)));
    }

    private void move(Event event) {
        if (from != null && scatter != null) {
            Point to = inside(event);
            brush = new Rectangle(
                    Math.min(from.x, to.x), Math.min(from.y, to.y), Math.abs(to.x - from.x), Math.abs(to.y - from.y));
            redraw();
        }
    }

    private void up(Event event) {
        if (from == null || scatter == null) {
            return;
        }
        move(event);
        from = null;
        if (brush.width <= CLICK && brush.height <= CLICK) {
            brush = null;
            brushed.accept(null);
        } else {
            brushed.accept(scatter.area(brush.x, brush.y, brush.x + brush.width, brush.y + brush.height));
        }
        redraw();
    }

    private void draw(GC gc) {
        Rectangle area = getClientArea();
        RGB back = like.getBackground().getRGB();
        RGB fore = like.getForeground().getRGB();
        gc.setBackground(new Color(back));
        gc.fillRectangle(area);
        if (scatter == null) {
            return;
        }
        ticks(gc, back, fore);
        dots(gc, back);
        marks(gc, fore);
        if (brush != null) {
            gc.setAlpha(60);
            gc.setBackground(new Color(Theme.RAN));
            gc.fillRectangle(GUTTER + brush.x, MARGIN + brush.y, brush.width + 1, brush.height + 1);
            gc.setAlpha(255);
            gc.setForeground(new Color(Theme.RAN));
            gc.drawRectangle(GUTTER + brush.x, MARGIN + brush.y, brush.width, brush.height);
        }
    }

    private void ticks(GC gc, RGB back, RGB fore) {
        int height = gc.getFontMetrics().getHeight();
        gc.setForeground(new Color(Theme.mix(fore, back, 0.7)));
        gc.setBackground(new Color(Theme.mix(fore, back, 0.12)));
        int free = Integer.MAX_VALUE;
        for (Scatter.Tick tick : scatter.ticks()) {
            gc.fillRectangle(GUTTER, MARGIN + tick.y(), scatter.width(), 1);
            int y = MARGIN + tick.y() - height / 2;
            if (y >= 0 && y + height <= Math.min(free, getClientArea().height)) {
                gc.drawText(tick.text(), GUTTER - 6 - gc.textExtent(tick.text()).x, y, true);
                free = y;
            }
        }
    }

    private void dots(GC gc, RGB back) {
        Color fine = new Color(Theme.mix(Theme.RAN, back, 0.8));
        Color failed = new Color(Theme.CRITICAL);
        for (Scatter.Dot dot : scatter.dots()) {
            gc.setBackground(dot.isFailed() ? failed : fine);
            gc.fillRectangle(GUTTER + dot.x() - DOT / 2, MARGIN + dot.y() - DOT / 2, DOT, DOT);
        }
    }

    private void marks(GC gc, RGB fore) {
        gc.setForeground(new Color(fore));
        for (int n = 0; n < Math.min(MAX_MARKS, marked.length); n++) {
            int x = GUTTER + scatter.x(requests.request(marked[n]).startNanos());
            int y = MARGIN + scatter.y(requests.request(marked[n]).durationNanos());
            gc.drawRectangle(x - DOT, y - DOT, 2 * DOT, 2 * DOT);
        }
    }

    /** The dots on screen; null while there are none. */
    public Scatter scatter() {
        return scatter;
    }
}
