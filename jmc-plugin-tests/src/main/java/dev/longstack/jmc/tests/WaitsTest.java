package dev.longstack.jmc.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.longstack.analysis.source.WaitKind;
import dev.longstack.jmc.adapter.timeline.Picture;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IViewPart;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openjdk.jmc.common.item.IItemCollection;

/** Why a request waited. */
class WaitsTest {
    @BeforeEach
    void clear() throws Exception {
        Workbench.clear();
    }

    @Test
    void whatARequestWaitedForIsInItsTimelineAndInItsSteps() throws Exception {
        RequestsViewTest.show(LockRecording.file());
        Picture picture = RequestsViewTest.canvas().picture();
        assertTrue(picture.waits().get(WaitKind.LOCK).size() > 0, "its wait for the lock is drawn");
        assertTrue(picture.holds().size() > 0, "who held it meanwhile");
        assertTrue(picture.handovers().size() > 0, "who got it from whom");
        assertTrue(
                RequestsViewTest.canvas().timeline().holds().stream()
                        .anyMatch(hold -> hold.thread().startsWith(LockRecording.HOLDER)),
                "the holder at the end of the chain");
        String steps = texts(RequestsViewTest.steps().getItems());
        assertTrue(steps.contains("waited for lock LockRecording$Ledger, held by " + LockRecording.HOLDER), steps);
        assertTrue(steps.contains("held by " + LockRecording.HOLDER), steps);
    }

    private static String texts(TreeItem[] items) {
        return Arrays.stream(items)
                .map(item -> item.getText() + "\n" + texts(item.getItems()))
                .reduce("", String::concat);
    }

    @Test
    void aHolderLeadsToWhatItDid() throws Exception {
        RequestsViewTest.show(LockRecording.file());
        Workbench.page().showView(Workbench.STACK);
        Workbench.page().showView(Workbench.REQUESTS);
        TreeItem holder = find(RequestsViewTest.steps().getItems(), "held by " + LockRecording.HOLDER);
        Event event = new Event();
        event.item = holder;
        RequestsViewTest.steps().setSelection(holder);
        RequestsViewTest.steps().notifyListeners(SWT.Selection, event);
        Workbench.spin(500);
        Workbench.page().activate(Workbench.page().showView(Workbench.STACK));
        Workbench.await(
                "the holder's stack",
                () -> Workbench.has(
                        Tree.class,
                        tree -> tree.getColumnCount() == 0
                                && texts(tree.getItems()).contains("LockRecording.hold")));
        Workbench.shoot("holder");
    }

    private static TreeItem find(TreeItem[] items, String begin) {
        return Arrays.stream(items)
                .map(item -> item.getText().startsWith(begin) ? item : find(item.getItems(), begin))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Selects what begins with a text, as a click does. */
    private static void select(String begin) {
        TreeItem item = find(RequestsViewTest.steps().getItems(), begin);
        Event event = new Event();
        event.item = item;
        RequestsViewTest.steps().setSelection(item);
        RequestsViewTest.steps().notifyListeners(SWT.Selection, event);
    }

    @Test
    void aHolderLeadsToItsOwnStepAndBackLeadsToTheRequest() throws Exception {
        RequestsViewTest.show(LockRecording.file());
        TreeItem holder = find(RequestsViewTest.steps().getItems(), "held by " + LockRecording.HOLDER);
        Event event = new Event();
        event.item = holder;
        RequestsViewTest.steps().notifyListeners(SWT.DefaultSelection, event);
        Workbench.await(
                "the holder's step",
                () -> RequestsViewTest.steps().getItem(0).getText().startsWith("PUT /recount"));
        ToolBar tools = Workbench.find(
                ToolBar.class,
                each -> Arrays.stream(each.getItems())
                        .anyMatch(item -> "Back to the previous step".equals(item.getToolTipText())));
        assertTrue(tools.getItem(0).isEnabled());
        tools.getItem(0).notifyListeners(SWT.Selection, new Event());
        Workbench.await(
                "the request again",
                () -> RequestsViewTest.steps().getItem(0).getText().equals(LockRecording.REQUEST));
        assertFalse(tools.getItem(0).isEnabled());
    }

    @Test
    void aRequestGivesAllThatExplainsItToTheOtherViews() throws Exception {
        RequestsViewTest.show(LockRecording.file());
        IViewPart view = Workbench.page().findView(Workbench.REQUESTS);
        Workbench.page().activate(view);
        Workbench.await("a selection", () -> !types(view).isEmpty());
        assertEquals(Set.of("longstack.ContextInvocation", "jdk.JavaMonitorEnter", "jdk.JavaMonitorWait"), types(view));
        select("waited for lock");
        Workbench.await("the wait", () -> types(view).equals(Set.of("jdk.JavaMonitorEnter")));
        select("held by");
        Workbench.await("what the holder did", () -> types(view).equals(Set.of("jdk.ThreadSleep")));
    }

    private static Set<String> types(IViewPart view) {
        IStructuredSelection selection =
                (IStructuredSelection) view.getSite().getSelectionProvider().getSelection();
        return !(selection.getFirstElement() instanceof IItemCollection items)
                ? Set.of()
                : items.stream()
                        .filter(each -> each.hasItems())
                        .map(each -> each.getType().getIdentifier())
                        .collect(Collectors.toSet());
    }
}
