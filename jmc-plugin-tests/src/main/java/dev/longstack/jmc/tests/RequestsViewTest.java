package dev.longstack.jmc.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.longstack.jmc.OverviewCanvas;
import dev.longstack.jmc.TimelineCanvas;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.TabFolder;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IWorkbenchPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequestsViewTest {
    private static final int MOST_ROWS = 10;

    @BeforeEach
    void clear() throws Exception {
        Workbench.clear();
    }

    /** Opens the demo's recording and the view, and waits for both. */
    static void show() throws Exception {
        show(DemoRecording.file());
    }

    static void show(Path recording) throws Exception {
        Workbench.open(recording);
        IWorkbenchPage page = Workbench.page();
        page.setPartState(page.getReference(page.showView(Workbench.REQUESTS)), IWorkbenchPage.STATE_MAXIMIZED);
        Workbench.await("rows", () -> Workbench.has(Table.class, table -> table.getItemCount() > 0));
        Workbench.await("a timeline", () -> canvas().picture() != null && canvas().paints() > 0);
    }

    static Table table() {
        return Workbench.find(Table.class, table -> table.getColumnCount() > 8);
    }

    static Tree steps() {
        return Workbench.find(Tree.class, tree -> tree.getColumnCount() > 5);
    }

    static TimelineCanvas canvas() {
        return Workbench.find(TimelineCanvas.class, canvas -> true);
    }

    @Test
    void saysWhatToDoBeforeAnyRecordingIsOpen() throws Exception {
        Workbench.page().showView(Workbench.REQUESTS);
        Workbench.spin(200);
        assertTrue(Workbench.has(Label.class, label -> label.getText().startsWith("Open a recording")));
    }

    @Test
    void theSlowestRequestIsSelectedWithItsStepsAndTimeline() throws Exception {
        show();
        assertTrue(table().getItemCount() > 100, "requests of 6 s of load");
        assertEquals("GET /checkout/{}", table().getItem(0).getText(0), "the slowest one");
        assertEquals(1, table().getSelectionCount());
        assertEquals("GET /checkout/{}", steps().getItem(0).getText(0));
        assertTrue(steps().getItem(0).getItemCount() > 0, "steps below it");
        assertTrue(canvas().timeline().size() > 3, "its runs");
        assertTrue(canvas().picture().arrows().size() > 0, "arrows from creations to runs");
        assertTrue(canvas().picture().path().size() > 0, "its critical path");
        selectOneThatWaitedForALock();
        Workbench.shoot("requests");
    }

    /** For pictures: among the slowest requests of the demo there usually is one. */
    static void selectOneThatWaitedForALock() {
        for (int row = 0; row < Math.min(MOST_ROWS, table().getItemCount()); row++) {
            table().setSelection(row);
            table().notifyListeners(SWT.Selection, new Event());
            Workbench.spin(400);
            if (canvas().timeline() != null && !canvas().timeline().holds().isEmpty()) {
                return;
            }
        }
    }

    @Test
    void filtersAndSorts() throws Exception {
        show();
        int all = table().getItemCount();
        Workbench.find(Text.class, text -> text.getMessage().startsWith("Filter"))
                .setText("search");
        Workbench.await("fewer rows", () -> table().getItemCount() < all);
        assertTrue(table().getItemCount() > 0);
        assertTrue(
                table().getItem(0).getText(0).contains("/search"),
                table().getItem(0).getText(0));
        Workbench.find(Text.class, text -> text.getMessage().startsWith("Filter"))
                .setText("");
        Workbench.await("all rows", () -> table().getItemCount() == all);
        table().getColumn(2).notifyListeners(SWT.Selection, new Event());
        Workbench.spin(500);
        String last = table().getItem(0).getText(2);
        table().getColumn(2).notifyListeners(SWT.Selection, new Event());
        Workbench.await("the other order", () -> !table().getItem(0).getText(2).equals(last));
        sortByDuration();
    }

    @Test
    void aFilterWithoutAMatchEmptiesAllPanes() throws Exception {
        show();
        TimelineCanvas timeline = canvas();
        filter("no-such-request");
        Workbench.await("no rows", () -> table().getItemCount() == 0);
        Workbench.await("no steps", () -> steps().getItemCount() == 0);
        assertNull(timeline.timeline(), "no timeline");
        filter("");
        Workbench.await("all rows", () -> table().getItemCount() > 100);
        Workbench.await("a timeline again", () -> timeline.timeline() != null);
    }

    @Test
    void aRowThatIsGoneIsNotFilled() throws Exception {
        show();
        Event event = new Event();
        event.item = table().getItem(0);
        event.index = -1;
        table().notifyListeners(SWT.SetData, event);
        assertEquals("GET /checkout/{}", table().getItem(0).getText(0));
    }

    /** The order at first, which the next test finds. */
    private static void sortByDuration() {
        table().getColumn(3).notifyListeners(SWT.Selection, new Event());
        Workbench.spin(500);
    }

    static void filter(String words) {
        Workbench.find(Text.class, text -> text.getMessage().startsWith("Filter"))
                .setText(words);
    }

    @Test
    void nothingOfAClosedRecordingIsKept() throws Exception {
        WeakReference<Object> model = shownModel();
        Workbench.page().closeAllEditors(false);
        Workbench.await("no memory of it", () -> {
            System.gc();
            return model.get() == null;
        });
    }

    private static WeakReference<Object> shownModel() throws Exception {
        show();
        WeakReference<Object> model = new WeakReference<>(canvas().timeline().model());
        Workbench.page().showView(Workbench.STACK);
        return model;
    }

    @Test
    void zoomsAndSelectsInTheTimeline() throws Exception {
        show();
        long before = canvas().viewport().nanos();
        Workbench.send(canvas(), SWT.MouseVerticalWheel, 500, 60, 3);
        assertTrue(canvas().viewport().nanos() < before, "closer");
        canvas().setFocus();
        Workbench.send(canvas(), SWT.MouseDown, 300, 40, 1);
        Workbench.send(canvas(), SWT.MouseMove, 700, 70, 0);
        Workbench.send(canvas(), SWT.MouseUp, 700, 70, 1);
        long zoomed = canvas().viewport().nanos();
        table().getColumn(0).notifyListeners(SWT.Selection, new Event());
        Workbench.spin(600);
        assertEquals(zoomed, canvas().viewport().nanos(), "to sort the table does not reset the timeline");
        Workbench.shoot("timeline-selected");
        sortByDuration();
    }

    @Test
    void manyRequestsShareATimeline() throws Exception {
        show();
        table().setSelection(0, Math.min(300, table().getItemCount() - 1));
        table().notifyListeners(SWT.Selection, new Event());
        Workbench.await("more runs", () -> canvas().timeline().size() > 300);
        Workbench.spin(500);
        Workbench.shoot("many-requests");
    }

    @Test
    void anAreaOfTheOverviewFiltersTheTable() throws Exception {
        show();
        int all = table().getItemCount();
        OverviewCanvas overview = Workbench.find(OverviewCanvas.class, canvas -> true);
        Workbench.await(
                "dots",
                () -> overview.scatter() != null && !overview.scatter().dots().isEmpty());
        Workbench.send(overview, SWT.MouseDown, 300, 10, 1);
        Workbench.send(overview, SWT.MouseMove, 500, 60, 1);
        Workbench.send(overview, SWT.MouseUp, 800, 60, 1);
        Workbench.await("fewer rows", () -> table().getItemCount() < all);
        assertTrue(table().getItemCount() > 0);
        assertTrue(Workbench.has(Link.class, link -> link.getText().contains("Only requests in the selected area")));
        Workbench.shoot("overview");
        Workbench.send(overview, SWT.MouseDown, 300, 10, 1);
        Workbench.send(overview, SWT.MouseUp, 300, 10, 1);
        Workbench.await("all rows", () -> table().getItemCount() == all);
    }

    @Test
    void anOperationPathLeadsToItsRequests() throws Exception {
        show();
        int all = table().getItemCount();
        TabFolder tabs = Workbench.find(TabFolder.class, folder -> true);
        tabs.setSelection(1);
        Event tab = new Event();
        tab.item = tabs.getItem(1);
        tabs.notifyListeners(SWT.Selection, tab);
        Workbench.await("paths", () -> Workbench.has(Table.class, table -> isPaths(table) && table.getItemCount() > 3));
        Table paths = Workbench.find(Table.class, RequestsViewTest::isPaths);
        Workbench.shoot("paths");
        int row = IntStream.range(0, paths.getItemCount())
                .filter(n -> paths.getItem(n).getText(0).startsWith("GET /search/{} → "))
                .findFirst()
                .orElseThrow();
        paths.setSelection(row);
        paths.notifyListeners(SWT.DefaultSelection, new Event());
        assertEquals(0, tabs.getSelectionIndex(), "the table of requests");
        Workbench.await("fewer rows", () -> table().getItemCount() < all);
        assertEquals("GET /search/{}", table().getItem(0).getText(0));
    }

    private static boolean isPaths(Table table) {
        return table.getColumnCount() == 7;
    }

    @Test
    void columnsCanBeHidden() throws Exception {
        show();
        int[] order = table().getColumnOrder();
        assertEquals(11, Arrays.stream(order).distinct().count());
        assertTrue(table().getMenu().getItemCount() >= 3);
    }
}
