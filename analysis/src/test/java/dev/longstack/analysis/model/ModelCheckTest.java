package dev.longstack.analysis.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longstack.analysis.source.ContextFacts;
import dev.longstack.analysis.source.EventSink.Run;
import dev.longstack.analysis.source.EventSink.Schedule;
import dev.longstack.analysis.table.Names;
import dev.longstack.analysis.table.Spans;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Models that no linker makes are noticed. */
class ModelCheckTest {
    private final ModelBuilder builder = new ModelBuilder();

    private void context(long id, long parent) {
        builder.context(new ContextFacts(id, parent, 1, "task", "submit", null));
    }

    private void run(int row, long from, long to, long queue) {
        builder.invoked(
                row,
                new ContextFacts(row + 1L, 0, 0, "task", "submit", null),
                new Run(1, from, to, "w#1", null, 0, null),
                new Schedule(0, null, 0, queue, null, -1));
    }

    /** Made without asking whether it is sound. */
    private @Nullable String broken(int... parentRows) {
        ContextTable contexts = builder.contexts();
        InvocationTable runs = builder.invocations();
        Names names = contexts.names;
        Model.Tables tables = new Model.Tables(
                contexts,
                runs,
                new WaitTable(names),
                new HintTable(names),
                new StreamTable(names),
                new TrackedTable(names));
        Model.Rest rest = new Model.Rest(
                0,
                0,
                Map.of(),
                Map.of(),
                Model.Sampling.NONE,
                Map.of(),
                new Spans.Builder().build(),
                List.of(),
                Map.of(),
                List.of(),
                List.of(),
                Map.of(),
                List.of());
        RequestNames requestNames = RequestNames.settle(contexts, runs, Map.of());
        SetApart setApart = SetApart.of(contexts, runs, parentRows);
        return ModelCheck.brokenRule(new Model(tables, requestNames, parentRows, setApart, rest));
    }

    @Test
    void aSoundModelBreaksNoRule() {
        context(1, 0);
        context(2, 1);
        run(0, 5, 5, 0);
        run(1, 5, 9, ContextTable.UNKNOWN);
        assertThat(broken(ContextTable.NO_ROW, 0)).isNull();
    }

    @Test
    void anIdLeadsToItsRow() {
        context(1, 0);
        builder.contexts().ids.set(0, 9);
        assertThat(broken(ContextTable.NO_ROW)).contains("an id is positive", "in context 9");
    }

    @Test
    void anIdIsPositive() {
        context(1, 0);
        builder.contexts().ids.set(0, 0);
        assertThat(broken(ContextTable.NO_ROW)).contains("an id is positive");
    }

    @Test
    void aParentsRowHasTheParentsId() {
        context(1, 0);
        context(2, 7);
        assertThat(broken(ContextTable.NO_ROW, 0)).contains("the parent's row has the parent's id", "in context 2");
    }

    @Test
    void aRunEndsAfterItsStart() {
        context(1, 0);
        run(0, 5, 4, 0);
        assertThat(broken(ContextTable.NO_ROW)).contains("a run is of this context");
    }

    @Test
    void aRunWaitedNoNegativeTime() {
        context(1, 0);
        run(0, 5, 6, -1);
        assertThat(broken(ContextTable.NO_ROW)).contains("a run is of this context");
    }

    @Test
    void noContextIsItsOwnAncestor() {
        context(1, 2);
        context(2, 1);
        context(3, 2);
        assertThat(broken(1, 0, 1)).isEqualTo("no context is its own ancestor");
    }
}
