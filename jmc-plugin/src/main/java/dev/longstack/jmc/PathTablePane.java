package dev.longstack.jmc;

import dev.longstack.jmc.adapter.items.OpenRecording;
import dev.longstack.jmc.adapter.table.PathTable;
import dev.longstack.jmc.adapter.table.PathTable.Path;
import dev.longstack.jmc.adapter.table.RequestTable;
import dev.longstack.jmc.adapter.table.Separated;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/** Steps put together by the operations that lead to them. */
final class PathTablePane extends Composite {
    private static final int[] WIDTHS = {560, 80, 100, 100, 100, 100, 100};
    private static final List<Comparator<Path>> ORDERS = List.of(
            Comparator.comparing(Path::name, String.CASE_INSENSITIVE_ORDER),
            Comparator.comparingInt(Path::count),
            Comparator.comparingLong(Path::total),
            Comparator.comparingLong(Path::p50),
            Comparator.comparingLong(Path::p95),
            Comparator.comparingLong(Path::p99),
            Comparator.comparingLong(Path::max));

    private final Table table;
    private final Background background;
    private List<Path> paths = List.of();
    private PathTable sums;
    private RequestTable shown;

    /**
     * An empty one.
     *
     * @param opened told a path and the indexes of its requests, where somebody wants to see these
     */
    PathTablePane(Composite parent, BiConsumer<String, BitSet> opened) {
        super(parent, SWT.NONE);
        setLayout(new FillLayout());
        table = new Table(this, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.MULTI | SWT.BORDER);
        table.setHeaderVisible(true);
        for (int n = 0; n < WIDTHS.length; n++) {
            addColumn(n);
        }
        table.addListener(SWT.SetData, this::fill);
        Runnable open = () -> {
            int selected = table.getSelectionIndex();
            if (selected >= 0 && selected < paths.size()) {
                opened.accept(paths.get(selected).name(), sums.requests(paths.get(selected)));
            }
        };
        table.addListener(SWT.DefaultSelection, event -> open.run());
        Menu menu = new Menu(table);
        MenuItem show = new MenuItem(menu, SWT.PUSH);
        show.setText("Show These Requests");
        show.addListener(SWT.Selection, event -> open.run());
        new MenuItem(menu, SWT.SEPARATOR);
        for (Separated format : Separated.values()) {
            MenuItem item = new MenuItem(menu, SWT.PUSH);
            item.setText(format == Separated.TABS ? "Copy" : "Copy as CSV");
            item.addListener(SWT.Selection, event -> copy(format));
        }
        table.setMenu(menu);
        background = new Background(table);
    }

    private void addColumn(int n) {
        TableColumn column = new TableColumn(table, n == 0 ? SWT.LEFT : SWT.RIGHT);
        column.setText(PathTable.titles().get(n));
        column.setWidth(WIDTHS[n]);
        column.addListener(SWT.Selection, event -> {
            boolean up = table.getSortColumn() == column ? table.getSortDirection() == SWT.DOWN : n == 0;
            table.setSortColumn(column);
            table.setSortDirection(up ? SWT.UP : SWT.DOWN);
            show(paths.stream()
                    .sorted(up ? ORDERS.get(n) : ORDERS.get(n).reversed())
                    .toList());
        });
    }

    /** Adds up these requests, once. */
    void show(OpenRecording recording, RequestTable requests) {
        if (requests == shown) {
            return;
        }
        shown = requests;
        background.run(
                "Adding up operation paths",
                cancelled -> PathTable.of(
                        recording,
                        IntStream.range(0, requests.size())
                                .mapToObj(requests::request)
                                .toList(),
                        cancelled),
                made -> {
                    sums = made;
                    show(made.paths());
                });
    }

    /** Shows none, and lets go of what it showed. */
    void clear() {
        background.cancel();
        shown = null;
        sums = null;
        show(List.of());
    }

    private void show(List<Path> newPaths) {
        paths = newPaths;
        table.setItemCount(paths.size());
        table.clearAll();
    }

    private void fill(Event event) {
        if (event.index >= 0 && event.index < paths.size()) {
            ((TableItem) event.item).setText(paths.get(event.index).cells().toArray(String[]::new));
        }
    }

    private void copy(Separated format) {
        List<Path> chosen = table.getSelectionCount() == 0
                ? paths
                : IntStream.of(table.getSelectionIndices()).mapToObj(paths::get).toList();
        Clip.put(
                getDisplay(),
                format.lines(
                        PathTable.titles(), chosen.stream().map(Path::cells).toList()));
    }

    Table table() {
        return table;
    }
}
