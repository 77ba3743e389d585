package dev.longstack.jmc;

import dev.longstack.jmc.adapter.table.RequestColumn;
import dev.longstack.jmc.adapter.table.RequestColumn.Form;
import dev.longstack.jmc.adapter.table.RequestFilter;
import dev.longstack.jmc.adapter.table.RequestTable;
import dev.longstack.jmc.adapter.table.RequestTable.Rows;
import dev.longstack.jmc.adapter.table.Separated;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/** The table of requests with its filter: rows are arranged off the UI thread, cells are filled as they come in sight. */
final class RequestTablePane extends Composite {
    private static final int[] WIDTHS = {230, 150, 195, 90, 80, 80, 80, 60, 70, 80, 260};
    private static final int NONE = -1;
    private static final int BAR_MARGIN = 2;
    private static final int ROWS_AT_ONCE = 3_000;
    private static final int RESIZE_MILLIS = 5;

    private final RequestFilterPane filter;
    private final Table table;
    private final Background background;
    private final Consumer<int[]> selected;
    private final Runnable showInEventBrowser;
    private RequestTable requests;
    private Rows rows = Rows.NONE;
    private RequestColumn sort = RequestColumn.DURATION;
    private boolean ascending;
    /** The selection that was told last, sorted: to arrange the rows anew does not change it. Null for none. */
    private int[] told;
    /** What is to be selected as soon as it is listed; {@link #NONE} for nothing. */
    private int wanted = NONE;

    /**
     * An empty one.
     *
     * @param selected told the selected requests, as indexes of the table of requests
     * @param showInEventBrowser null where there is none
     */
    RequestTablePane(Composite parent, Consumer<int[]> selected, Runnable showInEventBrowser) {
        super(parent, SWT.NONE);
        this.selected = selected;
        this.showInEventBrowser = showInEventBrowser;
        GridLayoutFactory.fillDefaults().spacing(4, 2).applyTo(this);
        table = new Table(this, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.MULTI | SWT.BORDER);
        table.setHeaderVisible(true);
        filter = new RequestFilterPane(this, table, this::arrange);
        filter.moveAbove(table);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(filter);
        GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, 120).applyTo(table);
        for (RequestColumn column : RequestColumn.values()) {
            addColumn(column);
        }
        table.setSortColumn(table.getColumn(sort.ordinal()));
        table.setSortDirection(SWT.DOWN);
        background = new Background(table);
        table.addListener(SWT.SetData, this::fill);
        table.addListener(SWT.EraseItem, this::drawShare);
        table.addListener(SWT.Selection, event -> tell());
        table.addListener(SWT.KeyDown, event -> {
            if ((event.stateMask & SWT.MOD1) != 0 && event.keyCode == 'c') {
                copy(Separated.TABS);
            } else if ((event.stateMask & SWT.MOD1) != 0 && event.keyCode == 'a') {
                table.selectAll();
                tell();
            }
        });
        filter.words().addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.ARROW_DOWN && table.getItemCount() > 0) {
                table.setFocus();
            }
        });
        addMenu();
    }

    private void addColumn(RequestColumn column) {
        TableColumn widget = new TableColumn(table, column.form() == Form.TEXT ? SWT.LEFT : SWT.RIGHT);
        widget.setText(column.title());
        widget.setToolTipText(column.explanation());
        widget.setWidth(WIDTHS[column.ordinal()]);
        widget.setMoveable(true);
        widget.addListener(SWT.Selection, event -> {
            // the first click on numbers asks for the largest
            ascending = column == sort ? !ascending : column.form() == Form.TEXT;
            sort = column;
            table.setSortColumn(widget);
            table.setSortDirection(ascending ? SWT.UP : SWT.DOWN);
            arrange();
        });
    }

    private void addMenu() {
        Menu menu = new Menu(table);
        addItem(menu, "Copy\tCtrl+C", () -> copy(Separated.TABS));
        addItem(menu, "Copy as CSV", () -> copy(Separated.COMMAS));
        if (showInEventBrowser != null) {
            addItem(menu, "Show in Event Browser", showInEventBrowser);
        }
        MenuItem columns = new MenuItem(menu, SWT.CASCADE);
        columns.setText("Columns");
        Menu list = new Menu(columns);
        columns.setMenu(list);
        for (RequestColumn column : RequestColumn.values()) {
            MenuItem item = new MenuItem(list, SWT.CHECK);
            item.setText(column.title());
            item.addListener(SWT.Selection, event -> setVisible(column, item.getSelection()));
        }
        list.addListener(
                SWT.Show,
                event -> Arrays.stream(RequestColumn.values())
                        .forEach(column -> list.getItem(column.ordinal()).setSelection(isVisible(column))));
        table.setMenu(menu);
    }

    private static void addItem(Menu menu, String text, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(text);
        item.addListener(SWT.Selection, event -> action.run());
    }

    private boolean isVisible(RequestColumn column) {
        return table.getColumn(column.ordinal()).getWidth() > 0;
    }

    void setVisible(RequestColumn column, boolean visible) {
        TableColumn widget = table.getColumn(column.ordinal());
        widget.setWidth(visible ? WIDTHS[column.ordinal()] : 0);
        widget.setResizable(visible);
    }

    /** Shows these requests; the filter stays. */
    void show(RequestTable newRequests) {
        requests = newRequests;
        told = null;
        wanted = NONE;
        filter.show(newRequests);
        arrange();
    }

    /** Shows none, and lets go of what it showed. */
    void clear() {
        background.cancel();
        requests = null;
        told = null;
        wanted = NONE;
        rows = Rows.NONE;
        table.setItemCount(0);
        table.clearAll();
        filter.show(null);
    }

    private void arrange() {
        RequestTable of = requests;
        if (of == null) {
            return;
        }
        RequestColumn by = sort;
        boolean up = ascending;
        RequestFilter shown = filter.filter();
        background.run("Arranging requests", cancelled -> of.arrange(by, up, shown, cancelled), this::setRows);
    }

    private void setRows(Rows newRows) {
        int[] before = selection();
        rows = newRows;
        table.clearAll();
        resize(newRows);
        filter.setCount(text());
        if (wanted == NONE) {
            select(before);
        } else {
            int row = (int) newRows.requests().takeWhile(each -> each != wanted).count();
            table.setItemCount(Math.max(table.getItemCount(), Math.min(row + 1, newRows.size())));
            select(new int[] {wanted});
            table.showSelection();
            wanted = NONE;
        }
        if (table.getSelectionCount() == 0 && rows.size() > 0) {
            table.select(0);
        }
        int[] now = sorted(selection());
        if (!Arrays.equals(now, told)) {
            tell();
        }
    }

    private void tell() {
        int[] now = selection();
        told = sorted(now);
        filter.overview().mark(now);
        selected.accept(now);
    }

    private static int[] sorted(int[] requests) {
        return Arrays.stream(requests).sorted().toArray();
    }

    /** Lengthens or shortens the list a piece at a time: toolkits take a while for each row, even for an empty one. */
    private void resize(Rows to) {
        if (isDisposed() || to != rows || table.getItemCount() == to.size()) {
            return;
        }
        int count = table.getItemCount();
        table.setItemCount(Math.max(count - ROWS_AT_ONCE, Math.min(to.size(), count + ROWS_AT_ONCE)));
        getDisplay().timerExec(RESIZE_MILLIS, () -> resize(to));
    }

    private String text() {
        String unit = requests.size() == 1 ? " request" : " requests";
        return rows.isCut()
                ? String.format("the first %,d of %,d%s", rows.size(), rows.found(), unit)
                : rows.found() == requests.size()
                        ? String.format("%,d%s", requests.size(), unit)
                        : String.format("%,d of %,d%s", rows.found(), requests.size(), unit);
    }

    /** Selects these requests where they are listed. */
    private void select(int[] wanted) {
        Set<Integer> all = Arrays.stream(wanted).boxed().collect(Collectors.toSet());
        table.setSelection(IntStream.range(0, all.isEmpty() ? 0 : rows.size())
                .filter(row -> all.contains(rows.request(row)))
                .toArray());
    }

    /** Selects one request, shows it, and tells of it; lifts the filter where that hides it. */
    void reveal(int request) {
        if (rows.requests().anyMatch(each -> each == request)) {
            select(new int[] {request});
            table.showSelection();
            tell();
        } else {
            wanted = request;
            filter.lift();
        }
    }

    /** Lists only the requests of an operation path, the longest one first. */
    void onlyOf(String path, BitSet of) {
        filter.onlyOf(path, of);
    }

    /** The selected requests, as indexes of the table of requests. */
    int[] selection() {
        return Arrays.stream(table.getSelectionIndices())
                .filter(row -> row < rows.size())
                .map(row -> rows.request(row))
                .toArray();
    }

    private void fill(Event event) {
        TableItem item = (TableItem) event.item;
        int row = event.index;
        if (row < 0 && table.indexOf(item) < 0) {
            // GTK has made it for a row that is gone by now: nobody else disposes of it
            item.dispose();
        }
        if (requests == null || row < 0 || row >= rows.size()) {
            return;
        }
        item.setData(row);
        for (RequestColumn column : RequestColumn.values()) {
            item.setText(column.ordinal(), requests.text(rows.request(row), column));
        }
    }

    /** The bar behind a share's text. */
    private void drawShare(Event event) {
        RequestColumn column = RequestColumn.values()[event.index];
        if (column.form() != Form.SHARE
                || !(event.item.getData() instanceof Integer row)
                || requests == null
                || row >= rows.size()) {
            return;
        }
        double share = requests.share(rows.request(row), column);
        int width = (int) Math.round(share * (table.getColumn(event.index).getWidth() - 2 * BAR_MARGIN));
        RGB colour = switch (column) {
            case QUEUED -> Theme.QUEUED;
            case RAN -> Theme.RAN;
            default -> Theme.WAITED;
        };
        GC gc = event.gc;
        Color before = gc.getBackground();
        if ((event.detail & SWT.SELECTED) != 0) {
            gc.fillRectangle(event.x, event.y, event.width, event.height);
            event.detail &= ~SWT.SELECTED;
        }
        gc.setBackground(new Color(Theme.mix(colour, table.getBackground().getRGB(), 0.55)));
        gc.fillRectangle(event.x + BAR_MARGIN, event.y + BAR_MARGIN, width, event.height - 2 * BAR_MARGIN);
        gc.setBackground(before);
        event.detail &= ~SWT.BACKGROUND;
    }

    private void copy(Separated format) {
        if (requests == null) {
            return;
        }
        int[] order = table.getColumnOrder();
        List<RequestColumn> columns = Arrays.stream(order)
                .mapToObj(n -> RequestColumn.values()[n])
                .filter(this::isVisible)
                .toList();
        int[] chosen = table.getSelectionCount() == 0 ? rows.requests().toArray() : selection();
        Clip.put(getDisplay(), requests.copy(chosen, columns, format));
    }

    Table table() {
        return table;
    }

    void save(PaneState state) {
        state.put("filter", filter.words().getText());
        state.put("sort", sort.name());
        state.put("ascending", ascending);
        state.put(
                "order",
                Arrays.stream(table.getColumnOrder())
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining(",")));
        state.put(
                "widths",
                Arrays.stream(table.getColumns())
                        .map(each -> Integer.toString(each.getWidth()))
                        .collect(Collectors.joining(",")));
    }

    /** Takes over what was saved; what does not fit is left. */
    void restore(PaneState state) {
        filter.words().setText(state.get("filter", ""));
        ascending = state.is("ascending", false);
        String name = state.get("sort", sort.name());
        sort = Arrays.stream(RequestColumn.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(sort);
        table.setSortColumn(table.getColumn(sort.ordinal()));
        table.setSortDirection(ascending ? SWT.UP : SWT.DOWN);
        int[] order = numbers(state.get("order", ""));
        if (Arrays.equals(
                Arrays.stream(order).sorted().toArray(),
                IntStream.range(0, table.getColumnCount()).toArray())) {
            table.setColumnOrder(order);
        }
        int[] widths = numbers(state.get("widths", ""));
        for (int n = 0; n < widths.length && widths.length == table.getColumnCount(); n++) {
            table.getColumn(n).setWidth(widths[n]);
            table.getColumn(n).setResizable(widths[n] > 0);
        }
    }

    private static int[] numbers(String text) {
        return text.matches("\\d+(,\\d+)*")
                ? Arrays.stream(text.split(",")).mapToInt(Integer::parseInt).toArray()
                : new int[0];
    }
}
