package dev.longstack.jmc;

import dev.longstack.analysis.source.WaitKind;
import dev.longstack.analysis.tree.CriticalPath.Segment;
import dev.longstack.analysis.tree.Request;
import dev.longstack.jmc.adapter.items.OpenRecording;
import dev.longstack.jmc.adapter.timeline.LaneBy;
import dev.longstack.jmc.adapter.timeline.Timeline;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** A timeline with its tool bar. */
final class TimelinePane extends Composite {
    private final TimelineCanvas canvas;
    private final Background background;
    private final Action byOperation;
    private final Action held;
    private final Action path;
    private OpenRecording recording;
    private List<Request> requests = List.of();
    private List<Segment> critical = List.of();

    TimelinePane(Composite parent, Control like, Consumer<Set<Integer>> selected) {
        super(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(this);
        ToolBarManager tools = new ToolBarManager(SWT.FLAT | SWT.HORIZONTAL);
        byOperation = check("lanes", "A lane for each operation instead of each thread", false, on -> build());
        byOperation.setChecked(Preferences.store().getBoolean(Preferences.LANES_BY_OPERATION));
        tools.add(byOperation);
        tools.add(new Separator());
        tools.add(mode("select", "Drag to select", TimelineCanvas.Mode.SELECT));
        tools.add(mode("zoom", "Drag to zoom", TimelineCanvas.Mode.ZOOM));
        tools.add(mode("pan", "Drag to move", TimelineCanvas.Mode.PAN));
        tools.add(push("fit", "Show all of it (Home)", () -> canvas().fit()));
        tools.add(new Separator());
        path = check(
                "path", "Critical path: what the end of the request waited for", true, on -> canvas().showPath(on));
        tools.add(path);
        tools.add(events());
        held = check("held", "What backpressure held", true, on -> canvas().showHeld(on));
        tools.add(held);
        tools.add(new Separator());
        tools.add(push("camera", "Copy the picture (Ctrl+C)", () -> canvas().copyPicture()));
        GridDataFactory.fillDefaults().applyTo(tools.createControl(this));
        canvas = new TimelineCanvas(this, like, selected);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(canvas);
        background = new Background(canvas);
    }

    private static Action check(String icon, String text, boolean on, Consumer<Boolean> changed) {
        Action action = new Action(text, IAction.AS_CHECK_BOX) {
            @Override
            public void run() {
                changed.accept(isChecked());
            }
        };
        action.setImageDescriptor(Icons.of(icon));
        action.setChecked(on);
        return action;
    }

    private static Action push(String icon, String text, Runnable run) {
        Action action = new Action(text) {
            @Override
            public void run() {
                run.run();
            }
        };
        action.setImageDescriptor(Icons.of(icon));
        return action;
    }

    private Action mode(String icon, String text, TimelineCanvas.Mode mode) {
        Action action = new Action(text, IAction.AS_RADIO_BUTTON) {
            @Override
            public void run() {
                if (isChecked()) {
                    canvas().setMode(mode);
                }
            }
        };
        action.setImageDescriptor(Icons.of(icon));
        action.setChecked(mode == TimelineCanvas.Mode.SELECT);
        return action;
    }

    private Action events() {
        MenuAction action = new MenuAction("Mark other events of the threads");
        action.setImageDescriptor(Icons.of("events"));
        for (WaitKind kind : WaitKind.values()) {
            action.add(kind.title(), on -> canvas().mark(kind, on));
        }
        return action;
    }

    /**
     * Shows these requests.
     *
     * @param newPath the critical path, of one request; empty for several
     */
    void show(OpenRecording of, List<Request> newRequests, List<Segment> newPath) {
        recording = of;
        requests = newRequests;
        critical = newPath;
        build();
    }

    private void build() {
        OpenRecording of = recording;
        if (of == null) {
            return;
        }
        List<Request> shown = requests;
        LaneBy by = byOperation.isChecked() ? LaneBy.OPERATION : LaneBy.THREAD;
        background.run(
                "Laying out the timeline",
                cancelled -> Timeline.of(of.model(), of.requests(), shown, by),
                made -> canvas.show(made, critical));
    }

    TimelineCanvas canvas() {
        return canvas;
    }

    void save(PaneState state) {
        state.put("byOperation", byOperation.isChecked());
        state.put("path", path.isChecked());
        state.put("held", held.isChecked());
    }

    void restore(PaneState state) {
        byOperation.setChecked(state.is("byOperation", byOperation.isChecked()));
        path.setChecked(state.is("path", true));
        canvas.showPath(path.isChecked());
        held.setChecked(state.is("held", true));
        canvas.showHeld(held.isChecked());
    }
}
