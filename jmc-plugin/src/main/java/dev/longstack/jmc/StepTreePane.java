package dev.longstack.jmc;

import dev.longstack.analysis.text.StepColumn;
import dev.longstack.analysis.text.Steps;
import java.util.List;
import java.util.function.IntConsumer;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;
import org.eclipse.swt.widgets.TreeItem;

/** The tree of a request's steps; items are made as they come in sight. */
final class StepTreePane extends Composite {
    private static final int[] WIDTHS = {420, 90, 80, 80, 90, 90, 170, 140};
    private static final int MAX_BELOW = 10_000;
    private static final int OPEN_DEPTH = 6;

    private final Tree tree;
    private Steps steps;

    /**
     * An empty one.
     *
     * @param selected told the row of the context table that was selected
     */
    StepTreePane(Composite parent, IntConsumer selected) {
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
                selected.accept(row);
            }
        });
    }

    /** Shows the steps of a request; null shows none. */
    void show(Steps newSteps) {
        steps = newSteps;
        tree.setRedraw(false);
        try {
            tree.setItemCount(0);
            tree.clearAll(true);
            tree.setItemCount(steps == null ? 0 : 1);
            if (steps != null) {
                open(tree.getItem(0), 0);
            }
        } finally {
            tree.setRedraw(true);
        }
    }

    /** Opens what leads to the slow steps, so that the first look shows them. */
    private void open(TreeItem item, int depth) {
        item.getText();
        if (!(item.getData() instanceof Integer row) || !steps.isCritical(row) && depth > 1 || depth > OPEN_DEPTH) {
            return;
        }
        item.setExpanded(true);
        for (int n = 0; n < Math.min(item.getItemCount(), 100); n++) {
            open(item.getItem(n), depth + 1);
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
        List<Integer> below = below((Integer) parent.getData());
        int index = event.index;
        if (index < below.size()) {
            fill(item, below.get(index));
        }
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
        item.setItemCount(below(row).size());
    }

    /** Opens the way to a step and selects it, or what is listed nearest above it. */
    void reveal(int row) {
        if (steps == null || tree.getItemCount() == 0) {
            return;
        }
        TreeItem item = tree.getItem(0);
        item.getText();
        List<Integer> way = steps.wayTo(row);
        for (int step : way.subList(Math.min(1, way.size()), way.size())) {
            int index = item.getData() instanceof Integer above ? below(above).indexOf(step) : -1;
            if (index < 0) {
                break;
            }
            item.setExpanded(true);
            item = item.getItem(index);
            item.getText();
        }
        tree.setSelection(item);
        tree.showItem(item);
    }

    Tree tree() {
        return tree;
    }
}
