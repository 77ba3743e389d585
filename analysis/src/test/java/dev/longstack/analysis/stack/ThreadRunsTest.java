package dev.longstack.analysis.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longstack.analysis.link.Linker;
import dev.longstack.analysis.model.Model;
import dev.longstack.analysis.source.ContextFacts;
import dev.longstack.analysis.source.EventSink;
import org.junit.jupiter.api.Test;

class ThreadRunsTest {
    private final Linker linker = new Linker();

    private static ContextFacts context(long id, String kind) {
        return new ContextFacts(id, 0, 0, kind, kind, null);
    }

    private static EventSink.Run run(long from, long to) {
        return new EventSink.Run(1, from, to, "worker#1", null, 0, null);
    }

    @Test
    void whatHasNotEndedIsAroundWhatBeganJustBeforeItIsKnownToHaveBegun() {
        linker.active(context(1, "thread"), run(110, 900));
        linker.invocation(context(2, "request"), run(100, 200), new EventSink.Schedule(0, null, -1, -1, null, -1));
        Model model = linker.link();
        ThreadRuns runs = new ThreadRuns(model.invocations());
        assertThat(contextAt(model, runs, 105)).isEqualTo(2);
        assertThat(contextAt(model, runs, 150))
                .as("the thread's own run is the outer one")
                .isEqualTo(2);
        assertThat(contextAt(model, runs, 300)).isEqualTo(1);
    }

    private static long contextAt(Model model, ThreadRuns runs, long time) {
        int run = runs.innermost("worker#1", time);
        return model.contexts().id(model.invocations().contextRow(run));
    }
}
