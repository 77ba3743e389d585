package dev.longstack.jmc;

import dev.longstack.analysis.source.WaitKind;
import dev.longstack.analysis.text.StepColumn;
import dev.longstack.analysis.text.Steps;
import dev.longstack.analysis.tree.CriticalPath.Segment;
import dev.longstack.jmc.adapter.items.OpenRecording;
import dev.longstack.jmc.adapter.table.Separated;
import dev.longstack.jmc.adapter.table.StepWaits;
import dev.longstack.jmc.adapter.timeline.Hold;
import java.util.Arrays;
import java.util.List;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;
import org.eclipse.swt.widgets.TreeItem;

/** The tree of a request's steps; items are made as they come in sight. */
final class StepTreePane extends Composite {
    private static final int[] WIDTHS = {470, 85, 80, 75, 75, 75, 80, 130, 160};
    private static final int MAX_BELOW = 10_000;
    private static final int OPEN_DEPTH = 6;

    private final Tree tree;
    private Steps steps;
    private StepWaits waits;

    /** Told what is selected. */
    interface Listener {
        void stepSelected(int contextRow);

        void waitSelected(int waitRow);

        void holdSelected(Hold hold);

        /** A holder was double-clicked. */
        void holdOpened(Hold hold);
    }

    /** An empty one. */
    StepTreePane(Composite parent, Listener listener) {
        super(parent, SWT.NONE);
        setLayout(new FillLayout());
        tree = new Tree(this, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.BORDER);
        tree.setHeaderVisible(true);
        for (StepColumn column : StepColumn.values()) {
            TreeColumn widget = new TreeColumn(tree, column.isNumber() ? SWT.RIGHT : SWT.LEFT);
            widget.setText(column.title());
            widget.setToolTipText(column.explanation());
            widget.setWidth(WIDTHS[column.ordinal()]);
        }
        tree.addListener(SWT.SetData, this::fill);
        tree.addListener(SWT.Selection, event -> {
            if (event.item.getData() instanceof Integer row) {
                listener.stepSelected(row);
            } else if (event.item.getData() instanceof Segment wait) {
                listener.waitSelected(wait.waitRow());
            } else if (event.item.getData() instanceof Hold hold) {
                listener.holdSelected(hold);
            }
        });
        tree.addListener(SWT.DefaultSelection, event -> {
            if (event.item.getData() instanceof Hold hold) {
                listener.holdOpened(hold);
            }
        });
        addMenu(listener);
    }

    private void addMenu(Listener listener) {
        Menu menu = new Menu(tree);
        MenuItem holder = item(menu, "Go to Holder", () -> {
            if (tree.getSelectionCount() == 1 && tree.getSelection()[0].getData() instanceof Hold hold) {
                listener.holdOpened(hold);
            }
        });
        item(menu, "Expand All Below", () -> Arrays.stream(tree.getSelection()).forEach(each -> open(each, 0, true)));
        item(menu, "Copy\tCtrl+C", this::copy);
        menu.addListener(
                SWT.Show,
                event -> holder.setEnabled(
                        tree.getSelectionCount() == 1 && tree.getSelection()[0].getData() instanceof Hold));
        tree.setMenu(menu);
        tree.addListener(SWT.KeyDown, event -> {
            if ((event.stateMask & SWT.MOD1) != 0 && event.keyCode == 'c') {
                copy();
            }
        });
    }

    private static MenuItem item(Menu menu, String text, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(text);
        item.addListener(SWT.Selection, event -> action.run());
        return item;
    }

    private void copy() {
        Clip.put(
                getDisplay(),
                Separated.TABS.lines(
                        Arrays.stream(StepColumn.values())
                                .map(StepColumn::title)
                                .toList(),
                        Arrays.stream(tree.getSelection())
                                .map(each -> Arrays.stream(StepColumn.values())
                                        .map(column -> each.getText(column.ordinal()))
                                        .toList())
                                .toList()));
    }

    /** Shows the steps of a request; null shows none. */
    void show(OpenRecording recording, Steps newSteps) {
        steps = newSteps;
        waits = newSteps == null ? null : new StepWaits(recording.analysis(), newSteps);
        tree.setRedraw(false);
        try {
            tree.setItemCount(0);
            tree.clearAll(true);
            tree.setItemCount(steps == null ? 0 : 1);
            if (steps != null) {
                open(tree.getItem(0), 0, false);
            }
        } finally {
            tree.setRedraw(true);
        }
    }

    /** Opens what leads to the slow steps, so that the first look shows them. */
    private void open(TreeItem item, int depth, boolean all) {
        item.getText();
        boolean isToOpen = item.getData() instanceof Integer row
                ? all || depth <= 1 || steps.isCritical(row)
                : item.getData() instanceof Segment;
        if (!isToOpen || depth > OPEN_DEPTH) {
            return;
        }
        item.setExpanded(true);
        for (int n = 0; n < Math.min(item.getItemCount(), 100); n++) {
            open(item.getItem(n), depth + 1, all);
        }
    }

    private void fill(Event event) {
        if (steps == null) {
            return;
        }
        TreeItem item = (TreeItem) event.item;
        TreeItem parent = item.getParentItem();
        if (parent == null) {
            fill(item, steps.request().row());
            return;
        }
        int index = event.index;
        if (parent.getData() instanceof Segment wait) {
            List<Hold> holds = waits.holds(wait);
            if (index < holds.size()) {
                fill(item, holds.get(index));
            }
        } else if (parent.getData() instanceof Integer row) {
            List<Segment> waited = waits.below(row);
            List<Integer> below = below(row);
            if (index < waited.size()) {
                fill(item, waited.get(index));
            } else if (index - waited.size() < below.size()) {
                fill(item, below.get(index - waited.size()));
            }
        }
    }

    private void fill(TreeItem item, Segment wait) {
        item.setData(wait);
        for (StepColumn column : StepColumn.values()) {
            item.setText(column.ordinal(), waits.text(wait, column));
        }
        item.setForeground(
                0, new Color(Theme.textOf(waits.kind(wait), tree.getBackground().getRGB())));
        item.setForeground(StepColumn.CRITICAL.ordinal(), new Color(Theme.CRITICAL));
        item.setItemCount(waits.holds(wait).size());
    }

    private void fill(TreeItem item, Hold hold) {
        item.setData(hold);
        for (StepColumn column : StepColumn.values()) {
            item.setText(column.ordinal(), waits.text(hold, column));
        }
        item.setForeground(
                0, new Color(Theme.textOf(WaitKind.LOCK, tree.getBackground().getRGB())));
    }

    private List<Integer> below(int row) {
        List<Integer> below = steps.below(row, Preferences.store().getBoolean(Preferences.JDK_STEPS));
        return below.subList(0, Math.min(MAX_BELOW, below.size()));
    }

    private void fill(TreeItem item, int row) {
        item.setData(row);
        for (StepColumn column : StepColumn.values()) {
            item.setText(column.ordinal(), steps.text(row, column));
        }
        if (steps.isCritical(row)) {
            item.setFont(0, JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
            item.setForeground(StepColumn.CRITICAL.ordinal(), new Color(Theme.CRITICAL));
        }
        item.setItemCount(waits.below(row).size() + below(row).size());
    }

    /** Opens the way to a step and selects it, or what is listed nearest above it. */
    void reveal(int row) {
        if (steps == null
                || tree.getItemCount() == 0
                || steps.wayTo(row).get(0) != steps.request().row()) {
            return;
        }
        TreeItem item = tree.getItem(0);
        item.getText();
        List<Integer> way = steps.wayTo(row);
        for (int step : way.subList(Math.min(1, way.size()), way.size())) {
            Integer above = item.getData() instanceof Integer each ? each : null;
            int index = above == null ? -1 : below(above).indexOf(step);
            if (index < 0) {
                break;
            }
            item.setExpanded(true);
            item = item.getItem(waits.below(above).size() + index);
            item.getText();
        }
        tree.setSelection(item);
        tree.showItem(item);
    }

    Tree tree() {
        return tree;
    }
}
