package dev.longstack.jmc.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.longstack.events.ContextInvocationEvent;
import dev.longstack.events.ContextKind;
import dev.longstack.events.EventNames;
import dev.longstack.jmc.TimelineCanvas;
import dev.longstack.jmc.host.RecordingEditor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import jdk.jfr.Recording;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openjdk.jmc.common.item.ItemFilters;
import org.openjdk.jmc.flightrecorder.JfrLoaderToolkit;

/** What must end well. */
class BadRecordingsTest {
    @BeforeEach
    void clear() throws Exception {
        Workbench.clear();
    }

    private static boolean says(String text) {
        return Workbench.has(Label.class, label -> label.getText().contains(text));
    }

    private static Path file(String name, byte[] content) throws Exception {
        return Files.write(DemoRecording.folder().resolve(name), content);
    }

    @Test
    void aRecordingWithoutOurEventsGetsAnInvitation() throws Exception {
        Workbench.open(DemoRecording.withoutAgent());
        Workbench.page().showView(Workbench.REQUESTS);
        Workbench.await("the invitation", () -> says("no asynchronous requests"));
        assertTrue(Workbench.has(Text.class, text -> text.getText().contains("-javaagent:longstack-agent.jar")));
        Workbench.shoot("invitation");
    }

    @Test
    void whatIsNoRecordingIsSaid() throws Exception {
        for (byte[] content : List.of(new byte[0], "not a recording".getBytes())) {
            Workbench.open(file("bad-" + content.length + ".jfr", content));
            Workbench.page().showView(Workbench.REQUESTS);
            Workbench.await("a sentence", () -> says("Cannot read"));
            Workbench.page().closeAllEditors(false);
        }
    }

    @Test
    void whatIsLeftOfATruncatedRecordingIsShownOrSaid() throws Exception {
        byte[] whole = Files.readAllBytes(DemoRecording.file());
        Workbench.open(file("truncated.jfr", Arrays.copyOf(whole, whole.length * 3 / 4)));
        Workbench.page().showView(Workbench.REQUESTS);
        Workbench.await(
                "rows or a sentence",
                () -> says("Cannot read") || Workbench.has(Table.class, table -> table.getItemCount() > 0));
    }

    @Test
    void anEditorMayBeClosedWhileItsRecordingIsLinked() throws Exception {
        for (int n = 0; n < 5; n++) {
            Workbench.open(DemoRecording.file());
            Workbench.page().showView(Workbench.REQUESTS);
            Workbench.spin(20L * n);
            Workbench.page().closeAllEditors(false);
            Workbench.await("nothing", () -> says("Open a recording"));
        }
    }

    @Test
    void theViewFollowsTheActiveOneOfTwoRecordings() throws Exception {
        RequestsViewTest.show();
        int rows = RequestsViewTest.table().getItemCount();
        Workbench.clear();
        RecordingEditor demo = Workbench.open(DemoRecording.file());
        RecordingEditor small = Workbench.open(
                DemoRecording.root().resolve("test-recordings/src/main/resources/recordings/hops-17.jfr"));
        Workbench.page().showView(Workbench.REQUESTS);
        Workbench.await(
                "the second",
                () -> Workbench.has(Table.class, table -> table.getItemCount() > 0 && table.getItemCount() < rows));
        Workbench.page().activate(demo);
        Workbench.page().showView(Workbench.REQUESTS);
        Workbench.await("the first", () -> Workbench.has(Table.class, table -> table.getItemCount() == rows));
        Workbench.page().activate(small);
        Workbench.page().showView(Workbench.REQUESTS);
        Workbench.await(
                "the second",
                () -> Workbench.has(Table.class, table -> table.getItemCount() > 0 && table.getItemCount() < rows));
    }

    @Test
    void contextsThatLostTheirParentsAreRoots() throws Exception {
        Path orphans = DemoRecording.folder().resolve("orphans.jfr");
        try (Recording recording = new Recording()) {
            recording.start();
            for (int id = 1; id <= 50; id++) {
                ContextInvocationEvent event = new ContextInvocationEvent();
                event.begin();
                event.contextId = id;
                event.parentId = 1_000 + id;
                event.parentInvocation = 1;
                event.invocation = 1;
                event.kind = ContextKind.TASK.word();
                event.operation = "ThreadPoolExecutor.execute";
                event.commit();
            }
            recording.stop();
            recording.dump(orphans);
        }
        RecordingEditor editor = Workbench.open(orphans);
        Workbench.page().showView(Workbench.REQUESTS);
        Workbench.await("a row each", () -> Workbench.has(Table.class, table -> table.getItemCount() == 50));
        Workbench.page().showView(Workbench.STACK);
        Workbench.page().activate(editor);
        editor.setSelection(new StructuredSelection(
                JfrLoaderToolkit.loadEvents(orphans.toFile()).apply(ItemFilters.type(EventNames.CONTEXT_INVOCATION))));
        Workbench.await(
                "where the chain ends",
                () -> Workbench.has(
                        Tree.class,
                        tree -> Arrays.stream(tree.getItems())
                                .anyMatch(item -> item.getText().contains("unknown: the recording does not have"))));
    }

    @Test
    void aSelectionWithoutItemsChangesNothing() throws Exception {
        RecordingEditor editor = Workbench.open(DemoRecording.file());
        Workbench.page().showView(Workbench.STACK);
        Workbench.page().activate(editor);
        editor.setSelection(StructuredSelection.EMPTY);
        editor.setSelection(new StructuredSelection("a text"));
        editor.setSelection(new StructuredSelection(
                JfrLoaderToolkit.loadEvents(DemoRecording.file().toFile()).apply(ItemFilters.type("no.such.Event"))));
        Workbench.await("a sentence", () -> says("None of the selected events"));
    }

    @Test
    void aViewKeepsItsStateWhenItIsClosedAndOpened() throws Exception {
        RequestsViewTest.show();
        int all = RequestsViewTest.table().getItemCount();
        Workbench.find(Text.class, text -> text.getMessage().startsWith("Filter"))
                .setText("checkout");
        Workbench.await("fewer rows", () -> RequestsViewTest.table().getItemCount() < all);
        int rows = RequestsViewTest.table().getItemCount();
        Workbench.page().hideView(Workbench.page().findView(Workbench.REQUESTS));
        RequestsViewTest.show();
        Workbench.await("the rows again", () -> RequestsViewTest.table().getItemCount() == rows);
        assertEquals(
                "checkout",
                Workbench.find(Text.class, text -> text.getMessage().startsWith("Filter"))
                        .getText());
        Workbench.find(Text.class, text -> text.getMessage().startsWith("Filter"))
                .setText("");
        Workbench.await("all rows", () -> RequestsViewTest.table().getItemCount() > rows);
        assertTrue(Workbench.has(TimelineCanvas.class, canvas -> true));
    }
}
