package dev.longstack.jmc.adapter.items;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longstack.analysis.Analysis;
import dev.longstack.analysis.model.Model;
import dev.longstack.events.ContextInvocationEvent;
import dev.longstack.events.ContextKind;
import dev.longstack.events.DroppedEvent;
import dev.longstack.events.OpenRequestEvent;
import dev.longstack.recordings.trace.ModelText;
import java.nio.file.Path;
import java.util.Objects;
import jdk.jfr.Recording;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmc.flightrecorder.JfrLoaderToolkit;

/** Mission Control's items and the file's events give the same model. */
class ItemModelTest {
    private static final Path FOLDER = Path.of("..", "test-recordings", "src", "main", "resources", "recordings");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"hops-17", "hops-25"})
    void bothReadersGiveTheSameModel(String name) throws Exception {
        Path file = FOLDER.resolve(name + ".jfr");
        Model model = Objects.requireNonNull(ItemModel.of(JfrLoaderToolkit.loadEvents(file.toFile()), count -> true));
        Model expected = Analysis.open(file, count -> {}).model();
        assertThat(ModelText.of(model)).isEqualTo(ModelText.of(expected));
        for (int row = 0; row < expected.contexts().size(); row++) {
            int same = model.contexts().rowOf(expected.contexts().id(row));
            assertThat(model.contexts().taskClass(same))
                    .isEqualTo(expected.contexts().taskClass(row));
            assertThat(model.contexts().ownStack(same))
                    .isEqualTo(expected.contexts().ownStack(row));
            assertThat(model.contexts().creationThread(same))
                    .isEqualTo(expected.contexts().creationThread(row));
        }
    }

    @Test
    void bothReadersTellWhatIsOpenUnknownAndSampled() throws Exception {
        Path file = folder.resolve("open.jfr");
        try (Recording recording = new Recording()) {
            recording.start();
            invocation(1, 0, ContextKind.REQUEST, 1);
            invocation(2, 1, null, 1);
            invocation(3, 1, ContextKind.THREAD, -1);
            OpenRequestEvent open = new OpenRequestEvent();
            open.requestId = 1;
            open.openHops = 2;
            open.openSteps = "4 continuation CompletableFuture.thenApply shop.Shop";
            open.collected = true;
            open.commit();
            DroppedEvent dropped = new DroppedEvent();
            dropped.reason = "sampled-out";
            dropped.count = 9;
            dropped.sampleEvery = 16;
            dropped.commit();
            recording.stop();
            recording.dump(file);
        }
        Model model = Objects.requireNonNull(ItemModel.of(JfrLoaderToolkit.loadEvents(file.toFile()), count -> true));
        String text = ModelText.of(model);
        assertThat(text)
                .isEqualTo(ModelText.of(Analysis.open(file, count -> {}).model()))
                .contains("1 hops, waiting")
                .contains("open 2, abandoned; waits for CompletableFuture.thenApply · Shop; and 1 more")
                .contains("started 3, a tree of its own")
                .contains("also named first name")
                .contains("one in 16");
        int task = model.contexts().rowOf(2);
        assertThat(model.contexts().kind(task)).isEqualTo("task");
        assertThat(model.invocations().requestId(model.run(task, 0))).isEqualTo(1);
        assertThat(model.invocations().queueLength(model.run(task, 0)))
                .as("unknown without a queue's type")
                .isEqualTo(-1);
    }

    private static void invocation(long id, long parent, @Nullable ContextKind kind, long requestId) {
        ContextInvocationEvent event = new ContextInvocationEvent();
        event.begin();
        event.contextId = id;
        event.invocation = 1;
        event.parentId = parent;
        event.parentInvocation = parent == 0 ? 0 : 1;
        event.kind = kind == null ? null : kind.word();
        event.operation = kind == ContextKind.REQUEST ? "first name" : "submit";
        event.requestId = requestId;
        event.request = requestId > 0 && kind == null ? "last name" : null;
        event.commit();
    }

    @Test
    void aCancelledModelIsNone() throws Exception {
        Path file = FOLDER.resolve("hops-25.jfr");
        assertThat(ItemModel.of(JfrLoaderToolkit.loadEvents(file.toFile()), count -> false))
                .isNull();
    }
}
