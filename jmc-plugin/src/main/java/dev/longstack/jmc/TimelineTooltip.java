package dev.longstack.jmc;

import dev.longstack.analysis.source.WaitKind;
import dev.longstack.jmc.adapter.timeline.Target;
import dev.longstack.jmc.adapter.timeline.TargetText;
import dev.longstack.jmc.adapter.timeline.Timeline;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.window.ToolTip;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;

/** What is under the mouse: lane, range, colour and name, then what else is known of it. */
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
        return canvas.at(event.x, event.y).isPresent();
    }

    @Override
    protected Object getToolTipArea(Event event) {
        return canvas.at(event.x, event.y).orElse(null);
    }

    @Override
    protected Composite createToolTipContentArea(Event event, Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).spacing(6, 2).applyTo(area);
        canvas.at(event.x, event.y).ifPresent(target -> fill(area, canvas.timeline(), target));
        return area;
    }

    private static void fill(Composite area, Timeline timeline, Target target) {
        Label heading = label(area, TargetText.heading(timeline, target), 2);
        heading.setFont(Theme.bold());
        label(area, TargetText.range(timeline, target), 2);
        Label square = new Label(area, SWT.NONE);
        square.setBackground(new Color(colour(timeline, target)));
        GridDataFactory.swtDefaults().hint(SQUARE, SQUARE).applyTo(square);
        label(area, TargetText.title(timeline, target), 1);
        TargetText.attributes(timeline, target).forEach((name, value) -> {
            label(area, name + ":", 1);
            label(area, value, 1);
        });
    }

    private static RGB colour(Timeline timeline, Target target) {
        if (target instanceof Target.Run run) {
            return Theme.ofOperation(timeline.model().contexts().operation(timeline.contextRow(run.position())));
        } else if (target instanceof Target.Wait wait) {
            return Theme.ofEvent(timeline.model().waits().kind(wait.waitRow()));
        } else if (target instanceof Target.Holding) {
            return Theme.ofEvent(WaitKind.LOCK);
        }
        return target instanceof Target.Queued
                ? Theme.QUEUED
                : target instanceof Target.Pause ? Theme.PAUSE : Theme.WAITED;
    }

    private static Label label(Composite parent, String text, int columns) {
        Label label = new Label(parent, SWT.NONE);
        label.setText(text.replace("&", "&&"));
        GridDataFactory.swtDefaults().span(columns, 1).applyTo(label);
        return label;
    }
}
