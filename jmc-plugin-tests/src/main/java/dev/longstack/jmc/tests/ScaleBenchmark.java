package dev.longstack.jmc.tests;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.longstack.jmc.TimelineCanvas;
import dev.longstack.jmc.adapter.items.OpenRecording;
import dev.longstack.jmc.adapter.table.RequestTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchPage;
import org.junit.jupiter.api.Test;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.flightrecorder.JfrLoaderToolkit;

/** How large recordings do on screen; {@code benchmarks/workbench} records them and runs this. */
class ScaleBenchmark {
    private static final int PAINTS = 20;

    @Test
    void measure() throws Exception {
        String folder = System.getProperty("longstack.scale", "");
        assumeTrue(!folder.isEmpty(), "only when asked for");
        List<Path> files;
        try (Stream<Path> all = Files.list(Path.of(folder))) {
            files = all.filter(each -> each.toString().endsWith(".jfr"))
                    .sorted((a, b) ->
                            Long.compare(a.toFile().length(), b.toFile().length()))
                    .toList();
        }
        System.out.println(
                "| recording | events | load by Mission Control's core | linking | to the first picture of all hops, against that load "
                        + "| paint, median of 20 | longest stop of the user interface: opening, selecting all, sorting, filtering |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (int round = 0; round < 2; round++) {
            for (Path file : files) {
                String line = measure(file);
                if (round == 1) {
                    System.out.println(line);
                }
            }
        }
    }

    private static String measure(Path file) throws Exception {
        Workbench.clear();
        long begin = System.nanoTime();
        IItemCollection items = JfrLoaderToolkit.loadEvents(file.toFile());
        long load = System.nanoTime() - begin;
        begin = System.nanoTime();
        OpenRecording recording = OpenRecording.of(items, count -> true);
        long linking = System.nanoTime() - begin;
        assertNotNull(recording);
        int events = recording.model().invocations().size();
        int requests = recording.requests().count();
        recording = null;
        items = null;

        Workbench.longestDispatch();
        begin = System.nanoTime();
        Workbench.open(file);
        IWorkbenchPage page = Workbench.page();
        page.setPartState(page.getReference(page.showView(Workbench.REQUESTS)), IWorkbenchPage.STATE_MAXIMIZED);
        Workbench.await("rows", () -> Workbench.has(Table.class, table -> table.getItemCount() > 0));
        Workbench.await("a timeline", () -> canvas().picture() != null);
        long opening = Workbench.longestDispatch();
        Table table = RequestsViewTest.table();
        int before = canvas().timeline().size();
        int listed = Math.min(requests, RequestTable.MAX_ROWS);
        Workbench.await("all rows", () -> table.getItemCount() == listed);
        Workbench.longestDispatch();
        Workbench.act(() -> {
            table.selectAll();
            table.notifyListeners(SWT.Selection, new Event());
        });
        Workbench.await("all runs", () -> canvas().timeline().size() > before && canvas().picture() != null);
        int paints = canvas().paints();
        Workbench.await("a paint", () -> canvas().paints() > paints);
        long first = System.nanoTime() - begin;
        long[] times = new long[PAINTS];
        for (int n = 0; n < PAINTS; n++) {
            int count = canvas().paints();
            canvas().redraw();
            Workbench.await("a paint", () -> canvas().paints() > count);
            times[n] = canvas().lastPaintNanos();
        }
        Arrays.sort(times);
        int runs = canvas().timeline().size();
        long selecting = Workbench.longestDispatch();
        table.setSelection(0);
        table.notifyListeners(SWT.Selection, new Event());
        Workbench.spin(1000);
        Workbench.longestDispatch();
        for (TableColumn column : table.getColumns()) {
            Workbench.act(() -> column.notifyListeners(SWT.Selection, new Event()));
            Workbench.spin(1500);
        }
        long sorting = Workbench.longestDispatch();
        Text filter = Workbench.find(Text.class, text -> text.getMessage().startsWith("Filter"));
        for (String typed : List.of("G", "GET", "GET /or", "nothing", "")) {
            Workbench.act(() -> filter.setText(typed));
            Workbench.spin(1500);
        }
        long filtering = Workbench.longestDispatch();
        return String.format(
                Locale.ROOT,
                "| %s, %,d hops on screen | %,d runs | 1 | %.2f | %.2f (%.1f s) | %.1f ms | %d, %d, %d, %d ms |",
                file.getFileName(),
                runs,
                events,
                (double) linking / load,
                (double) (first - load) / load,
                (first - load) / 1e9,
                times[PAINTS / 2] / 1e6,
                opening / 1_000_000,
                selecting / 1_000_000,
                sorting / 1_000_000,
                filtering / 1_000_000);
    }

    private static TimelineCanvas canvas() {
        return RequestsViewTest.canvas();
    }
}
