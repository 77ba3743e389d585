package dev.longstack.jmc;

import dev.longstack.analysis.source.WaitKind;
import dev.longstack.analysis.tree.CriticalPath.Segment;
import dev.longstack.jmc.adapter.timeline.Picture;
import dev.longstack.jmc.adapter.timeline.PictureMaker;
import dev.longstack.jmc.adapter.timeline.Target;
import dev.longstack.jmc.adapter.timeline.Timeline;
import dev.longstack.jmc.adapter.timeline.Viewport;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
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

    /** Told what the user does. */
    interface Listener {
        /** Rows of the context table were selected, by click or drag. */
        void stepsSelected(Set<Integer> rows);

        /** Something else than a run was clicked on. */
        void targetSelected(Timeline timeline, Target target);

        /** Something was double-clicked, or its menu asks for where it leads. */
        void targetOpened(Timeline timeline, Target target);
    }

    private static final int MAX_SELECTED = 100_000;

    private final Background background;
    private final TimelineLayout layout = new TimelineLayout();
    private final TimelinePainter painter;
    private final TimelineMarks marks;
    private final Listener listener;
    private final TimelineDrag drag;
    private final Set<WaitKind> kinds = EnumSet.allOf(WaitKind.class);
    private Timeline timeline;
    private List<Segment> path = List.of();
    private Viewport viewport;
    private Picture picture;
    private boolean showHeld = true;
    private boolean showPath = true;
    private TimelineRange range;
    private Target current;
    private long lastPaintNanos;
    private int paints;

    /**
     * An empty one.
     *
     * @param like whose colours it takes: themes know tables, and no canvas of ours
     */
    TimelineCanvas(Composite parent, Control like, Listener listener) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND | SWT.V_SCROLL | SWT.BORDER);
        this.listener = listener;
        this.painter = new TimelinePainter(like, layout);
        this.marks = new TimelineMarks(like, layout);
        background = new Background(this);
        drag = new TimelineDrag(this);
        addListener(SWT.Paint, this::paint);
        addListener(SWT.Resize, event -> resized());
        getVerticalBar().addListener(SWT.Selection, event -> scrolled());
        new TimelineKeys(this);
        new TimelineTooltip(this);
        new TimelineMenu(this, listener);
    }

    /** Shows a timeline, all of it. */
    void show(Timeline newTimeline, List<Segment> newPath) {
        clear();
        timeline = newTimeline;
        path = newPath;
        fit();
    }

    /** Shows nothing, and lets go of what it showed. */
    void clear() {
        background.cancel();
        timeline = null;
        path = List.of();
        range = null;
        current = null;
        picture = null;
        viewport = null;
        painter.forget();
        redraw();
    }

    /** All of it in sight, as far as lanes fit. */
    void fit() {
        if (timeline != null && width() > 0) {
            layout.fit(getClientArea().height, timeline.lanes());
            viewport = Viewport.all(timeline, width(), lanesInSight());
            getVerticalBar().setSelection(0);
            changed();
        }
    }

    int width() {
        return getClientArea().width - layout.gutter();
    }

    int gutter() {
        return layout.gutter();
    }

    /** How wide the names of the lanes are. */
    void setGutter(int pixels) {
        layout.setGutter(pixels, getClientArea().width);
        resized();
        redraw();
    }

    private int lanesInSight() {
        return Math.max(1, (getClientArea().height - top()) / layout.laneHeight() + 1);
    }

    /** The y of the first lane. */
    int top() {
        return layout.top();
    }

    private void resized() {
        if (timeline == null || width() <= 0) {
            return;
        }
        layout.setHeld(showHeld && timeline.hasHeld());
        if (viewport == null) {
            fit();
        } else {
            viewport = viewport.sized(width(), viewport.firstLane(), lanesInSight());
            changed();
        }
    }

    /** The scroll bar was moved. */
    void scrolled() {
        if (viewport != null) {
            viewport = viewport.sized(width(), getVerticalBar().getSelection(), lanesInSight());
            changed();
        }
    }

    /** A new viewport: asks for its picture. */
    private void changed() {
        layout.setHeld(showHeld && timeline.hasHeld());
        ScrollBar bar = getVerticalBar();
        int thumb = Math.max(1, (getClientArea().height - top()) / layout.laneHeight());
        bar.setValues(bar.getSelection(), 0, Math.max(timeline.lanes(), thumb), thumb, 1, thumb);
        bar.setVisible(timeline.lanes() > thumb);
        Viewport asked = viewport;
        PictureMaker maker = new PictureMaker(timeline, showPath ? path : List.of(), kinds);
        background.run("Drawing the timeline", cancelled -> maker.of(asked, cancelled), made -> {
            picture = made;
            redraw();
        });
    }

    void setMode(Mode mode) {
        drag.setMode(mode);
    }

    void showWaits(Set<WaitKind> shown) {
        kinds.clear();
        kinds.addAll(shown);
        remake();
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

    /** Closer, or with a factor above 1 farther, with the same time under the pixel. */
    void zoom(double factor, int x) {
        if (viewport != null) {
            viewport = viewport.zoomed(factor, x);
            changed();
        }
    }

    /** To what lies between two pixels. */
    void zoomTo(int left, int right) {
        if (viewport != null) {
            viewport = viewport.between(left, right);
            changed();
        }
    }

    /** To the selected range; without one nothing happens. */
    void zoomToRange() {
        if (viewport != null && range != null) {
            zoomTo(viewport.x(range.fromNanos()), viewport.x(range.toNanos()));
        }
    }

    void pan(int pixels) {
        if (viewport != null) {
            viewport = viewport.panned(pixels);
            changed();
        }
    }

    /** Marks the run of this row of the invocation table, and brings it in sight. */
    void reveal(int run) {
        int position = timeline == null ? Timeline.NONE : timeline.position(run);
        Target target = new Target.Run(position);
        if (position == Timeline.NONE || viewport == null || target.equals(current)) {
            return;
        }
        current = target;
        show(timeline.laneOf(position), timeline.startNanos(position), timeline.endNanos(position));
    }

    private void show(int lane, long fromNanos, long toNanos) {
        int thumb = getVerticalBar().getThumb();
        if (lane < viewport.firstLane() || lane >= viewport.firstLane() + thumb) {
            getVerticalBar().setSelection(Math.max(0, lane - thumb / 2));
        }
        viewport = viewport.sized(width(), getVerticalBar().getSelection(), lanesInSight());
        if (toNanos < viewport.fromNanos() || fromNanos > viewport.toNanos()) {
            viewport = viewport.panned(viewport.x(fromNanos) - width() / 2);
        }
        changed();
        redraw();
    }

    int lane(int y) {
        return viewport.firstLane() + Math.max(0, y - top()) / layout.laneHeight();
    }

    /** What is drawn at a pixel. */
    Optional<Target> at(int x, int y) {
        if (viewport == null || picture == null || x < gutter() || y < top()) {
            return Optional.empty();
        }
        boolean isLower = (y - top()) % layout.laneHeight() > layout.laneHeight() / 2;
        return Target.at(timeline, picture, x - gutter(), lane(y), isLower);
    }

    /** A click at a pixel. */
    void click(int x, int y) {
        range = null;
        current = at(x, y).orElse(null);
        if (current instanceof Target.Run run) {
            listener.stepsSelected(Set.of(timeline.contextRow(run.position())));
        } else if (current != null) {
            listener.targetSelected(timeline, current);
        }
        redraw();
    }

    void doubleClick(int x, int y) {
        at(x, y).ifPresent(target -> listener.targetOpened(timeline, target));
    }

    /** Selects the runs between two pixels, in some lanes. */
    void select(int left, int right, int firstLane, int lastLane) {
        Viewport in = viewport.between(left, right);
        range = new TimelineRange(in.fromNanos(), in.toNanos(), firstLane, lastLane);
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
            listener.stepsSelected(rows);
        }
    }

    void clearRange() {
        range = null;
        redraw();
    }

    boolean hasRange() {
        return range != null;
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

    private void paint(Event event) {
        long begin = System.nanoTime();
        draw(event.gc);
        lastPaintNanos = System.nanoTime() - begin;
        paints++;
    }

    private void draw(GC gc) {
        Rectangle area = getClientArea();
        painter.erase(gc, area);
        if (timeline == null || picture == null) {
            return;
        }
        painter.draw(gc, area, timeline, picture);
        marks.current(gc, area, timeline, picture, current);
        if (drag.isSelecting()) {
            marks.drag(gc, picture, drag.rectangle());
        } else if (range != null) {
            marks.range(gc, area, picture, range);
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
