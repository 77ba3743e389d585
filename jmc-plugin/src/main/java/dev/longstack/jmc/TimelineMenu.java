package dev.longstack.jmc;

import dev.longstack.analysis.model.ContextTable;
import dev.longstack.analysis.stack.StepNames;
import dev.longstack.jmc.adapter.timeline.Target;
import dev.longstack.jmc.adapter.timeline.TargetText;
import dev.longstack.jmc.adapter.timeline.Timeline;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/** The context menu of a timeline, for what is under the mouse. UI thread. */
final class TimelineMenu {
    private final TimelineCanvas canvas;
    private final TimelineCanvas.Listener listener;
    private final Menu menu;

    TimelineMenu(TimelineCanvas canvas, TimelineCanvas.Listener listener) {
        this.canvas = canvas;
        this.listener = listener;
        menu = new Menu(canvas);
        menu.addListener(SWT.Show, event -> fill());
        canvas.setMenu(menu);
    }

    private void fill() {
        for (MenuItem item : menu.getItems()) {
            item.dispose();
        }
        Point mouse = canvas.toControl(canvas.getDisplay().getCursorLocation());
        Optional<Target> target = canvas.at(mouse.x, mouse.y);
        target.ifPresent(this::fill);
        add("Zoom to Selected Range", canvas::zoomToRange).setEnabled(canvas.hasRange());
        add("Fit to Window\tHome", canvas::fit);
        new MenuItem(menu, SWT.SEPARATOR);
        add("Copy as Image\tCtrl+C", canvas::copyPicture);
        target.ifPresent(each -> add("Copy Description", () -> Clip.put(canvas.getDisplay(), description(each))));
    }

    private void fill(Target target) {
        Timeline timeline = canvas.timeline();
        for (int index : holdsOf(timeline, target)) {
            String holder = StepNames.thread(timeline.holds().get(index).thread());
            add("Show What " + holder + " Did", () -> listener.targetSelected(timeline, new Target.Holding(index)));
            if (timeline.holds().get(index).run() != ContextTable.NO_ROW) {
                add("Go to Step of " + holder, () -> listener.targetOpened(timeline, new Target.Holding(index)));
            }
        }
        if (menu.getItemCount() > 0) {
            new MenuItem(menu, SWT.SEPARATOR);
        }
    }

    /** Of a wait who held it, earliest first. */
    private static List<Integer> holdsOf(Timeline timeline, Target target) {
        return target instanceof Target.Holding holding
                ? List.of(holding.index())
                : target instanceof Target.Wait wait ? timeline.holdsOf(wait.waitRow()) : List.of();
    }

    private String description(Target target) {
        Timeline timeline = canvas.timeline();
        StringBuilder text = new StringBuilder(TargetText.heading(timeline, target) + "\n");
        text.append(TargetText.range(timeline, target)).append('\n');
        text.append(TargetText.title(timeline, target)).append('\n');
        TargetText.attributes(timeline, target).forEach((name, value) -> text.append(name + ": " + value + "\n"));
        return text.toString();
    }

    private MenuItem add(String text, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(text.replace("&", "&&"));
        item.addListener(SWT.Selection, event -> action.run());
        return item;
    }
}
