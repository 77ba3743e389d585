package dev.longstack.jmc.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longstack.analysis.Analysis;
import dev.longstack.analysis.model.Model;
import dev.longstack.analysis.tree.ThreadWaits;
import dev.longstack.recordings.trace.ModelText;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmc.flightrecorder.JfrLoaderToolkit;

/** Mission Control's items and the file's events give the same model. */
class ItemModelTest {
    private static final Path FOLDER = Path.of("..", "test-recordings", "src", "main", "resources", "recordings");

    @ParameterizedTest
    @ValueSource(strings = {"hops-17", "hops-25"})
    void bothReadersGiveTheSameModel(String name) throws Exception {
        Path file = FOLDER.resolve(name + ".jfr");
        Model model = Objects.requireNonNull(ItemModel.of(JfrLoaderToolkit.loadEvents(file.toFile()), count -> true));
        Model expected = Analysis.open(file, count -> {}).model();
        assertThat(ModelText.of(model, ThreadWaits.NONE)).isEqualTo(ModelText.of(expected, ThreadWaits.NONE));
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
    void aCancelledModelIsNone() throws Exception {
        Path file = FOLDER.resolve("hops-25.jfr");
        assertThat(ItemModel.of(JfrLoaderToolkit.loadEvents(file.toFile()), count -> false))
                .isNull();
    }
}
