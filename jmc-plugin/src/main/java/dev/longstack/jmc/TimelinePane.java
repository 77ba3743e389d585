package dev.longstack.jmc;

import dev.longstack.analysis.model.ContextTable;
import dev.longstack.analysis.source.WaitKind;
import dev.longstack.analysis.tree.CriticalPath.Segment;
import dev.longstack.analysis.tree.Request;
import dev.longstack.jmc.adapter.items.OpenRecording;
import dev.longstack.jmc.adapter.timeline.LaneBy;
import dev.longstack.jmc.adapter.timeline.Timeline;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;

/** A timeline with its tool bar. */
final class TimelinePane extends Composite {
    private final TimelineCanvas canvas;
    private final Background background;
    private final Action back;
    private final Action byOperation;
    private final Action held;
    private final Action path;
    private final MenuAction waits;
    private final Set<WaitKind> kinds = EnumSet.allOf(WaitKind.class);
    private OpenRecording recording;
    private int pendingRun = ContextTable.NO_ROW;
    private List<Request> requests = List.of();
    private List<Segment> critical = List.of();

    TimelinePane(Composite parent, Control like, TimelineCanvas.Listener listener, Runnable goBack) {
        super(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(this);
        ToolBarManager tools = new ToolBarManager(SWT.FLAT | SWT.HORIZONTAL);
        back = new Action("Back to the previous step") {
            @Override
            public void run() {
                goBack.run();
            }
        };
        back.setImageDescriptor(
                PlatformUI.getWorkbench().getSharedImages().getImageDescriptor(ISharedImages.IMG_TOOL_BACK));
        back.setEnabled(false);
        tools.add(back);
        tools.add(new Separator());
        byOperation = Tools.check(
                "lanes",
                "Show one lane per operation instead of one per thread",
                Preferences.store().getBoolean(Preferences.LANES_BY_OPERATION),
                on -> build());
        tools.add(byOperation);
        tools.add(new Separator());
        tools.add(mode(this, "select", "Drag to select and measure", TimelineCanvas.Mode.SELECT));
        tools.add(mode(this, "zoom", "Drag to zoom", TimelineCanvas.Mode.ZOOM));
        tools.add(mode(this, "pan", "Drag to move", TimelineCanvas.Mode.PAN));
        tools.add(Tools.push("fit", "Fit to window (Home)", () -> canvas().fit()));
        tools.add(new Separator());
        path = Tools.check(
                "path",
                "Show the critical path: the steps that the end of the request waited for",
                true,
                on -> canvas().showPath(on));
        tools.add(path);
        waits = waits();
        tools.add(waits);
        held = Tools.check("held", "Show how much backpressure held back", true, on -> canvas().showHeld(on));
        tools.add(held);
        tools.add(new Separator());
        tools.add(Tools.push("camera", "Copy as image (Ctrl+C)", () -> canvas().copyPicture()));
        GridDataFactory.fillDefaults().applyTo(tools.createControl(this));
        canvas = new TimelineCanvas(this, like, listener);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(canvas);
        background = new Background(canvas);
    }

    private static Action mode(TimelinePane pane, String icon, String text, TimelineCanvas.Mode mode) {
        return Tools.radio(
                icon,
                text,
                mode == TimelineCanvas.Mode.SELECT,
                () -> pane.canvas().setMode(mode));
    }

    private MenuAction waits() {
        MenuAction action = new MenuAction("Show waits inside the bars");
        action.setImageDescriptor(Icons.of("events"));
        for (WaitKind kind : WaitKind.values()) {
            action.add(kind.title(), true, on -> {
                if (on ? kinds.add(kind) : kinds.remove(kind)) {
                    canvas().showWaits(kinds);
                }
            });
        }
        return action;
    }

    /**
     * Shows these requests.
     *
     * @param newPath the critical path, of one request; empty for several
     */
    void show(OpenRecording of, List<Request> newRequests, List<Segment> newPath) {
        pendingRun = ContextTable.NO_ROW;
        recording = of;
        requests = newRequests;
        critical = newPath;
        build();
    }

    /** Shows nothing, and lets go of what it showed. */
    void clear() {
        background.cancel();
        recording = null;
        requests = List.of();
        critical = List.of();
        canvas.clear();
    }

    void canGoBack(boolean isPossible) {
        back.setEnabled(isPossible);
    }

    /** Marks a run, a row of the invocation table, as soon as the timeline is there; nothing for {@link ContextTable#NO_ROW}. */
    void reveal(int run) {
        pendingRun = run;
        canvas.reveal(run);
    }

    private void build() {
        OpenRecording of = recording;
        if (of == null) {
            return;
        }
        List<Request> shown = requests;
        LaneBy by = byOperation.isChecked() ? LaneBy.OPERATION : LaneBy.THREAD;
        background.run("Laying out the timeline", cancelled -> Timeline.of(of.analysis(), shown, by), made -> {
            canvas.show(made, critical);
            canvas.reveal(pendingRun);
        });
    }

    TimelineCanvas canvas() {
        return canvas;
    }

    void save(PaneState state) {
        state.put("byOperation", byOperation.isChecked());
        state.put("path", path.isChecked());
        state.put("held", held.isChecked());
        state.put("waits", kinds.stream().map(WaitKind::name).collect(Collectors.joining(",")));
    }

    void restore(PaneState state) {
        byOperation.setChecked(state.is("byOperation", byOperation.isChecked()));
        path.setChecked(state.is("path", true));
        canvas.showPath(path.isChecked());
        held.setChecked(state.is("held", true));
        canvas.showHeld(held.isChecked());
        String all = Arrays.stream(WaitKind.values()).map(WaitKind::name).collect(Collectors.joining(","));
        List<String> shown = List.of(state.get("waits", all).split(","));
        for (WaitKind kind : WaitKind.values()) {
            waits.set(kind.title(), shown.contains(kind.name()));
        }
    }
}
