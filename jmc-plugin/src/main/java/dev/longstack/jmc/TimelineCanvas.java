package dev.longstack.jmc;

import dev.longstack.analysis.source.WaitKind;
import dev.longstack.analysis.tree.CriticalPath.Segment;
import dev.longstack.jmc.adapter.timeline.Picture;
import dev.longstack.jmc.adapter.timeline.PictureMaker;
import dev.longstack.jmc.adapter.timeline.Timeline;
import dev.longstack.jmc.adapter.timeline.Viewport;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.ScrollBar;

/**
 * Draws a timeline: what is to be drawn comes as a picture that is made off the UI thread for what is in sight. Until it comes the
 * one before stays.
 */
public final class TimelineCanvas extends Canvas {
    /** What dragging does. */
    enum Mode {
        SELECT,
        ZOOM,
        PAN
    }

    private static final int GUTTER = TimelinePainter.GUTTER;
    private static final int CLICK = 3;
    private static final int MAX_SELECTED = 100_000;
    private static final double ZOOM_STEP = 0.8;

    private final Background background;
    private final TimelinePainter painter;
    private final Consumer<Set<Integer>> selected;
    private final Control like;
    private final Set<WaitKind> kinds = EnumSet.noneOf(WaitKind.class);
    private Timeline timeline;
    private List<Segment> path = List.of();
    private Viewport viewport;
    private Picture picture;
    private Mode mode = Mode.SELECT;
    private boolean showHeld = true;
    private boolean showPath = true;
    private Point dragFrom;
    private Point dragTo;
    /** In the timeline's time and lanes; null for none. */
    private long[] range;

    private int current = Timeline.NONE;
    private int laneHeight = TimelinePainter.MIN_LANE;
    private long lastPaintNanos;
    private int paints;

    /**
     * An empty one.
     *
     * @param like whose colours it takes: themes know tables, and no canvas of ours
     * @param selected told the rows of the contexts that were selected, by click or drag
     */
    TimelineCanvas(Composite parent, Control like, Consumer<Set<Integer>> selected) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND | SWT.V_SCROLL | SWT.BORDER);
        this.selected = selected;
        this.like = like;
        this.painter = new TimelinePainter(like);
        background = new Background(this);
        addListener(SWT.Paint, this::paint);
        addListener(SWT.Resize, event -> resized());
        addListener(SWT.MouseVerticalWheel, this::wheel);
        addListener(SWT.MouseDown, this::mouseDown);
        addListener(SWT.MouseMove, this::mouseMove);
        addListener(SWT.MouseUp, this::mouseUp);
        addListener(SWT.KeyDown, this::key);
        addListener(SWT.Traverse, event -> event.doit = event.detail != SWT.TRAVERSE_RETURN);
        getVerticalBar().addListener(SWT.Selection, event -> scrolled());
        new TimelineTooltip(this);
    }

    /** Shows a timeline, all of it. */
    void show(Timeline newTimeline, List<Segment> newPath) {
        timeline = newTimeline;
        path = newPath;
        range = null;
        current = Timeline.NONE;
        picture = null;
        fit();
    }

    /** All of it in sight, as far as lanes fit. */
    void fit() {
        if (timeline != null && width() > 0) {
            int room = (getClientArea().height - top()) / Math.max(1, timeline.lanes());
            laneHeight = Math.max(TimelinePainter.MIN_LANE, Math.min(TimelinePainter.MAX_LANE, room));
            viewport = Viewport.all(timeline, width(), lanesInSight());
            getVerticalBar().setSelection(0);
            changed();
        }
    }

    private int width() {
        return getClientArea().width - GUTTER;
    }

    private int lanesInSight() {
        return Math.max(1, (getClientArea().height - top()) / laneHeight + 1);
    }

    /** The y of the first lane. */
    private int top() {
        return TimelinePainter.HEADER + (hasHeld() ? TimelinePainter.HELD : 0);
    }

    private boolean hasHeld() {
        return showHeld && timeline != null && timeline.hasHeld();
    }

    private void resized() {
        if (timeline == null || width() <= 0) {
            return;
        }
        if (viewport == null) {
            fit();
        } else {
            viewport = viewport.sized(width(), viewport.firstLane(), lanesInSight());
            changed();
        }
    }

    private void scrolled() {
        if (viewport != null) {
            viewport = viewport.sized(width(), getVerticalBar().getSelection(), lanesInSight());
            changed();
        }
    }

    /** A new viewport: asks for its picture. */
    private void changed() {
        ScrollBar bar = getVerticalBar();
        int thumb = Math.max(1, (getClientArea().height - top()) / laneHeight);
        bar.setValues(bar.getSelection(), 0, Math.max(timeline.lanes(), thumb), thumb, 1, thumb);
        bar.setVisible(timeline.lanes() > thumb);
        Viewport asked = viewport;
        PictureMaker maker = new PictureMaker(timeline, showPath ? path : List.of(), kinds);
        background.run("Drawing the timeline", cancelled -> maker.of(asked, cancelled), made -> {
            picture = made;
            redraw();
        });
    }

    void setMode(Mode newMode) {
        mode = newMode;
        setCursor(getDisplay().getSystemCursor(mode == Mode.PAN ? SWT.CURSOR_SIZEALL : SWT.CURSOR_ARROW));
    }

    void mark(WaitKind kind, boolean shown) {
        if (shown ? kinds.add(kind) : kinds.remove(kind)) {
            remake();
        }
    }

    void showHeld(boolean shown) {
        showHeld = shown;
        resized();
    }

    void showPath(boolean shown) {
        showPath = shown;
        remake();
    }

    private void remake() {
        if (timeline != null && viewport != null) {
            changed();
        }
    }

    void zoom(double factor) {
        zoomAt(factor, width() / 2);
    }

    private void zoomAt(double factor, int x) {
        if (viewport != null) {
            viewport = viewport.zoomed(factor, x);
            changed();
        }
    }

    private void pan(int pixels) {
        if (viewport != null) {
            viewport = viewport.panned(pixels);
            changed();
        }
    }

    /** Marks the run of this row of the invocation table, and brings it in sight. */
    void reveal(int run) {
        int position = timeline == null ? Timeline.NONE : timeline.position(run);
        if (position == Timeline.NONE || viewport == null || position == current) {
            return;
        }
        current = position;
        int lane = timeline.laneOf(position);
        int thumb = getVerticalBar().getThumb();
        if (lane < viewport.firstLane() || lane >= viewport.firstLane() + thumb) {
            getVerticalBar().setSelection(Math.max(0, lane - thumb / 2));
        }
        viewport = viewport.sized(width(), getVerticalBar().getSelection(), lanesInSight());
        if (timeline.endNanos(position) < viewport.fromNanos() || timeline.startNanos(position) > viewport.toNanos()) {
            viewport = viewport.panned(viewport.x(timeline.startNanos(position)) - width() / 2);
        }
        changed();
        redraw();
    }

    // --- input ---

    private void wheel(Event event) {
        if ((event.stateMask & SWT.SHIFT) != 0) {
            getVerticalBar().setSelection(getVerticalBar().getSelection() - event.count);
            scrolled();
        } else {
            zoomAt(Math.pow(ZOOM_STEP, event.count / 3.0), event.x - GUTTER);
        }
        event.doit = false;
    }

    private void mouseDown(Event event) {
        forceFocus();
        if (event.button == 1 || event.button == 2) {
            dragFrom = new Point(event.x, event.y);
            dragTo = dragFrom;
        }
    }

    private void mouseMove(Event event) {
        if (dragFrom == null) {
            return;
        }
        Point to = new Point(event.x, event.y);
        if (mode == Mode.PAN || (event.stateMask & SWT.BUTTON2) != 0) {
            pan(dragTo.x - to.x);
        }
        dragTo = to;
        redraw();
    }

    private void mouseUp(Event event) {
        Point from = dragFrom;
        dragFrom = null;
        if (from == null || viewport == null) {
            return;
        }
        boolean isClick = Math.abs(event.x - from.x) <= CLICK && Math.abs(event.y - from.y) <= CLICK;
        if (isClick) {
            click(event.x, event.y);
        } else if (event.button == 1 && mode != Mode.PAN) {
            int left = Math.max(0, Math.min(from.x, event.x) - GUTTER);
            int right = Math.min(width(), Math.max(from.x, event.x) - GUTTER);
            if (mode == Mode.ZOOM && left < right) {
                viewport = viewport.between(left, right);
                changed();
            } else if (left < right) {
                select(left, right, lane(Math.min(from.y, event.y)), lane(Math.max(from.y, event.y)));
            }
        }
        redraw();
    }

    private void click(int x, int y) {
        range = null;
        current = at(x, y);
        if (current != Timeline.NONE) {
            selected.accept(Set.of(timeline.contextRow(current)));
        }
    }

    private int lane(int y) {
        return viewport.firstLane() + Math.max(0, y - top()) / laneHeight;
    }

    /** The run at a pixel; {@link Timeline#NONE} for none. */
    int at(int x, int y) {
        if (viewport == null || x < GUTTER || y < top()) {
            return Timeline.NONE;
        }
        long slack = viewport.nanos() * 2 / Math.max(1, viewport.width());
        return timeline.at(lane(y), viewport.nanos(x - GUTTER), slack);
    }

    private void select(int left, int right, int firstLane, int lastLane) {
        Viewport in = viewport.between(left, right);
        range = new long[] {in.fromNanos(), in.toNanos(), firstLane, lastLane};
        Set<Integer> rows = new LinkedHashSet<>();
        for (int lane = firstLane; lane <= Math.min(lastLane, timeline.lanes() - 1); lane++) {
            for (int at = timeline.firstEndingAfter(lane, in.fromNanos());
                    at < timeline.laneStart(lane + 1)
                            && timeline.startNanos(at) <= in.toNanos()
                            && rows.size() < MAX_SELECTED;
                    at++) {
                if (timeline.endNanos(at) >= in.fromNanos()) {
                    rows.add(timeline.contextRow(at));
                }
            }
        }
        if (!rows.isEmpty()) {
            selected.accept(rows);
        }
    }

    private void key(Event event) {
        switch (event.keyCode) {
            case SWT.ARROW_LEFT -> pan(-width() / 10);
            case SWT.ARROW_RIGHT -> pan(width() / 10);
            case SWT.ARROW_UP -> scroll(-1);
            case SWT.ARROW_DOWN -> scroll(1);
            case SWT.PAGE_UP -> scroll(-getVerticalBar().getThumb());
            case SWT.PAGE_DOWN -> scroll(getVerticalBar().getThumb());
            case SWT.HOME -> fit();
            case SWT.KEYPAD_ADD -> zoom(ZOOM_STEP);
            case SWT.KEYPAD_SUBTRACT -> zoom(1 / ZOOM_STEP);
            case SWT.ESC -> {
                range = null;
                redraw();
            }
            default -> character(event);
        }
    }

    private void character(Event event) {
        if (event.character == '+') {
            zoom(ZOOM_STEP);
        } else if (event.character == '-') {
            zoom(1 / ZOOM_STEP);
        } else if ((event.stateMask & SWT.MOD1) != 0 && event.keyCode == 'c') {
            copyPicture();
        }
    }

    private void scroll(int lanes) {
        getVerticalBar().setSelection(getVerticalBar().getSelection() + lanes);
        scrolled();
    }

    /** What is in sight, to the clipboard. */
    void copyPicture() {
        Clip.put(getDisplay(), image());
    }

    private ImageData image() {
        Rectangle area = getClientArea();
        Image image = new Image(getDisplay(), Math.max(1, area.width), Math.max(1, area.height));
        GC gc = new GC(image);
        try {
            draw(gc);
            return image.getImageData();
        } finally {
            gc.dispose();
            image.dispose();
        }
    }

    // --- drawing ---

    private void paint(Event event) {
        long begin = System.nanoTime();
        draw(event.gc);
        lastPaintNanos = System.nanoTime() - begin;
        paints++;
    }

    private void draw(GC gc) {
        Rectangle area = getClientArea();
        gc.setBackground(like.getBackground());
        gc.fillRectangle(area);
        Picture shown = picture;
        if (timeline == null || shown == null) {
            return;
        }
        painter.layout(laneHeight, top());
        painter.draw(gc, area, timeline, shown);
        gc.setClipping(GUTTER, top(), Math.max(1, area.width - GUTTER), Math.max(1, area.height - top()));
        current(gc, shown, like.getForeground());
        gc.setClipping((Rectangle) null);
        selection(gc, area, shown, like.getBackground());
    }

    private void current(GC gc, Picture shown, Color colour) {
        if (current == Timeline.NONE) {
            return;
        }
        int x = shown.viewport().x(timeline.startNanos(current));
        int width = Math.max(3, shown.viewport().x(timeline.endNanos(current)) - x);
        gc.setForeground(colour);
        gc.drawRectangle(GUTTER + x - 1, painter.y(timeline.laneOf(current), shown) + 2, width + 1, laneHeight - 5);
    }

    /** What is outside of the selected range is dimmed; while dragging, a frame. */
    private void selection(GC gc, Rectangle area, Picture shown, Color back) {
        if (dragFrom != null && mode != Mode.PAN) {
            gc.setForeground(like.getForeground());
            gc.drawRectangle(
                    Math.min(dragFrom.x, dragTo.x),
                    Math.min(dragFrom.y, dragTo.y),
                    Math.abs(dragTo.x - dragFrom.x),
                    Math.abs(dragTo.y - dragFrom.y));
        } else if (range != null) {
            int left = GUTTER + Math.max(0, shown.viewport().x(range[0]));
            int right = GUTTER + Math.max(0, shown.viewport().x(range[1]));
            int above = Math.max(top(), painter.y((int) range[2], shown));
            int below = Math.max(top(), painter.y((int) range[3] + 1, shown));
            gc.setAlpha(150);
            gc.setBackground(back);
            gc.fillRectangle(GUTTER, top(), area.width - GUTTER, above - top());
            gc.fillRectangle(GUTTER, below, area.width - GUTTER, Math.max(0, area.height - below));
            gc.fillRectangle(GUTTER, above, left - GUTTER, below - above);
            gc.fillRectangle(right, above, Math.max(0, area.width - right), below - above);
            gc.setAlpha(255);
        }
    }

    public Timeline timeline() {
        return timeline;
    }

    public Viewport viewport() {
        return viewport;
    }

    /** The picture on screen; null while the first one is made. */
    public Picture picture() {
        return picture;
    }

    /** How long the last paint took. */
    public long lastPaintNanos() {
        return lastPaintNanos;
    }

    public int paints() {
        return paints;
    }
}
