package dev.longstack.jmc;

import dev.longstack.jmc.adapter.timeline.Timeline;
import dev.longstack.jmc.adapter.timeline.TimelineText;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.window.ToolTip;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;

/** What is under the mouse: lane, range, colour and name, then what else is known of the run. */
final class TimelineTooltip extends ToolTip {
    private static final int SQUARE = 10;

    private final TimelineCanvas canvas;

    TimelineTooltip(TimelineCanvas canvas) {
        super(canvas, NO_RECREATE, false);
        this.canvas = canvas;
        setShift(new org.eclipse.swt.graphics.Point(12, 12));
    }

    @Override
    protected boolean shouldCreateToolTip(Event event) {
        return canvas.at(event.x, event.y) != Timeline.NONE;
    }

    @Override
    protected Object getToolTipArea(Event event) {
        return canvas.at(event.x, event.y);
    }

    @Override
    protected Composite createToolTipContentArea(Event event, Composite parent) {
        int position = canvas.at(event.x, event.y);
        Timeline timeline = canvas.timeline();
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).spacing(6, 2).applyTo(area);
        Label lane = label(area, timeline.lane(timeline.laneOf(position)), 2);
        lane.setFont(Theme.bold());
        label(area, TimelineText.range(timeline, position), 2);
        Label square = new Label(area, SWT.NONE);
        square.setBackground(
                new Color(Theme.ofOperation(timeline.model().contexts().operation(timeline.contextRow(position)))));
        GridDataFactory.swtDefaults().hint(SQUARE, SQUARE).applyTo(square);
        label(area, TimelineText.title(timeline, position), 1);
        TimelineText.attributes(timeline, position).forEach((name, value) -> {
            label(area, name + ":", 1);
            label(area, value, 1);
        });
        return area;
    }

    private static Label label(Composite parent, String text, int columns) {
        Label label = new Label(parent, SWT.NONE);
        label.setText(text.replace("&", "&&"));
        GridDataFactory.swtDefaults().span(columns, 1).applyTo(label);
        return label;
    }
}
