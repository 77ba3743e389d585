package dev.longstack.jmc.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.longstack.jmc.host.RecordingEditor;
import java.util.Arrays;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.IWorkbenchPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openjdk.jmc.common.item.Aggregators;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.item.ItemFilters;
import org.openjdk.jmc.flightrecorder.JfrLoaderToolkit;

class AsyncStackViewTest {
    @BeforeEach
    void clear() throws Exception {
        Workbench.clear();
    }

    private static Tree tree() {
        return Workbench.find(Tree.class, tree -> tree.getColumnCount() == 0);
    }

    private static boolean says(String text) {
        return Workbench.has(Label.class, label -> label.getText().contains(text));
    }

    /** Opens the demo's recording and selects all its events of a type, as a page of Mission Control does. */
    private static RecordingEditor select(String type) throws Exception {
        RecordingEditor editor = Workbench.open(DemoRecording.file());
        Workbench.page().showView(Workbench.STACK);
        Workbench.page().activate(editor);
        IItemCollection events =
                JfrLoaderToolkit.loadEvents(DemoRecording.file().toFile()).apply(ItemFilters.type(type));
        editor.setSelection(new StructuredSelection(events));
        String count = String.format(
                "%,d event", events.getAggregate(Aggregators.count()).longValue());
        Workbench.await("async stacks of " + count, () -> says(count) && tree().getItemCount() > 0);
        return editor;
    }

    private static String texts(TreeItem[] items) {
        return Arrays.stream(items)
                .map(item -> item.getText() + "\n" + texts(item.getItems()))
                .reduce("", String::concat);
    }

    private static void press(String tooltip) throws Exception {
        IViewPart view = Workbench.page().showView(Workbench.STACK);
        for (IContributionItem item :
                ((IViewSite) view.getSite()).getActionBars().getToolBarManager().getItems()) {
            if (item instanceof ActionContributionItem action
                    && action.getAction().getText().startsWith(tooltip)) {
                action.getAction().setChecked(!action.getAction().isChecked());
                action.getAction().run();
                return;
            }
        }
        throw new AssertionError("no button says " + tooltip);
    }

    @Test
    void eventsThatAreSelectedAnywhereShowTheirAsyncStacksInGroups() throws Exception {
        select("jdk.ThreadPark");
        assertTrue(says("different async stacks"), "several groups");
        String text = texts(tree().getItems());
        assertTrue(text.contains("↩ GET /checkout"), "down to the request");
        assertTrue(text.contains("here the request began"));
        assertTrue(text.contains("at dev.longstack.demo."), "frames of the demo");
        IWorkbenchPage page = Workbench.page();
        page.setPartState(page.getReference(page.findView(Workbench.STACK)), IWorkbenchPage.STATE_MAXIMIZED);
        Workbench.shoot("async-stack");
        page.setPartState(page.getReference(page.findView(Workbench.STACK)), IWorkbenchPage.STATE_RESTORED);
    }

    @Test
    void framesOfTheJdkCanBeHidden() throws Exception {
        select("jdk.ThreadPark");
        assertTrue(texts(tree().getItems()).contains("at java.util.concurrent."));
        press("Show JDK frames");
        assertFalse(texts(tree().getItems()).contains("at java.util.concurrent."));
        assertTrue(texts(tree().getItems()).contains("↩"), "boundaries stay");
        press("Show only the events' own");
        assertFalse(texts(tree().getItems()).contains("↩"), "unlinked");
        press("Show only the events' own");
        press("Show JDK frames");
    }

    @Test
    void aPinnedStackStays() throws Exception {
        RecordingEditor editor = select("jdk.ThreadPark");
        press("Keep this stack");
        String before = texts(tree().getItems());
        editor.setSelection(new StructuredSelection(
                JfrLoaderToolkit.loadEvents(DemoRecording.file().toFile())
                        .apply(ItemFilters.type("jdk.JavaMonitorEnter"))));
        Workbench.spin(800);
        assertEquals(before, texts(tree().getItems()));
        press("Keep this stack");
    }

    @Test
    void aBoundaryLeadsToItsStep() throws Exception {
        RequestsViewTest.show();
        RequestsViewTest.filter("no-such-request");
        Workbench.await("no rows", () -> RequestsViewTest.table().getItemCount() == 0);
        select("longstack.ContextInvocation");
        TreeItem boundary = Arrays.stream(tree().getItems())
                .flatMap(item -> item.getItemCount() == 0
                        ? Arrays.stream(new TreeItem[] {item})
                        : Arrays.stream(item.getItems()))
                .filter(item -> item.getText().startsWith("↩ CompletableFuture.supplyAsync · Checkout.order"))
                .findFirst()
                .orElseThrow();
        String step = boundary.getText().substring(2, boundary.getText().indexOf(" – "));
        Event event = new Event();
        event.item = boundary;
        tree().notifyListeners(SWT.DefaultSelection, event);
        Workbench.await(
                "the step, although a filter hid its request",
                () -> Workbench.has(
                        Tree.class,
                        tree -> tree.getColumnCount() > 5
                                && tree.getSelectionCount() == 1
                                && tree.getSelection()[0].getText(0).equals(step)));
        Workbench.shoot("step");
        Table table = RequestsViewTest.table();
        table.setSelection(table.getItemCount() - 1);
        table.notifyListeners(SWT.Selection, new Event());
        Workbench.await("another request", () -> RequestsViewTest.steps().getSelectionCount() == 0);
        Workbench.spin(500);
        assertEquals(0, RequestsViewTest.steps().getSelectionCount(), "no step of one request is selected in another");
    }

    @Test
    void theStackStaysWhenABoundaryLeadsElsewhere() throws Exception {
        RequestsViewTest.show();
        select("longstack.ContextInvocation");
        String before = texts(tree().getItems());
        Event event = new Event();
        event.item = Arrays.stream(tree().getItems())
                .flatMap(item -> Arrays.stream(item.getItems()))
                .filter(item -> item.getText().startsWith("↩ CompletableFuture"))
                .findFirst()
                .orElseThrow();
        tree().notifyListeners(SWT.DefaultSelection, event);
        Workbench.spin(1200);
        Workbench.page().showView(Workbench.STACK);
        Workbench.spin(500);
        assertEquals(before, texts(tree().getItems()), "what is read stays");
    }

    @Test
    void aStackIsCopiedInTheFormThatIdesLink() throws Exception {
        select("jdk.ThreadPark");
        tree().setFocus();
        Event key = new Event();
        key.stateMask = SWT.MOD1;
        key.keyCode = 'c';
        tree().notifyListeners(SWT.KeyDown, key);
        Clipboard clipboard = new Clipboard(Display.getCurrent());
        String text = (String) clipboard.getContents(TextTransfer.getInstance());
        clipboard.dispose();
        assertTrue(
                text.lines().anyMatch(line -> line.matches("\tat dev\\.longstack\\.demo\\.\\S+\\(\\w+\\.java:\\d+\\)")),
                text);
    }
}
