package dev.longstack.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longstack.analysis.link.Linker;
import dev.longstack.analysis.model.Model;
import dev.longstack.analysis.source.ContextFacts;
import dev.longstack.analysis.source.EventSink;
import dev.longstack.analysis.stack.AsyncStack;
import dev.longstack.analysis.stack.AsyncStacks;
import dev.longstack.analysis.tree.Filter;
import dev.longstack.analysis.tree.Request;
import dev.longstack.analysis.tree.Requests;
import org.junit.jupiter.api.Test;

/** Recordings of a million contexts. */
class LongChainTest {
    @Test
    void aChainOfAMillionContextsIsLinkedAndCutInShowing() {
        Linker linker = new Linker();
        for (long id = 1; id <= 1_000_000; id++) {
            linker.invocation(
                    new ContextFacts(id, id - 1, id == 1 ? 0 : 1, "task", "reschedule", null),
                    new EventSink.Run(1, id * 10, id * 10 + 5, "w-1#1", null, 0, null),
                    new EventSink.Schedule(0, null, 0, 1, null, -1));
        }
        Model model = linker.link();
        AsyncStack stack = new AsyncStacks(model).ofContext(model.contexts().rowOf(1_000_000));
        assertThat(stack.end()).as("it says that it is cut").isEqualTo(AsyncStack.End.CUT);
        assertThat(stack.boundaries()).hasSize(AsyncStacks.MAX_BOUNDARIES);
        assertThat(model.rest().issues()).isEmpty();
    }

    @Test
    void ofAMillionThreadsThatStartedEachOtherEachIsDecidedOnce() {
        Linker linker = new Linker();
        for (long id = 1; id <= 1_000_000; id++) {
            linker.invocation(
                    new ContextFacts(id, id - 1, id == 1 ? 0 : 1, id == 1 ? "request" : "thread", "Thread.start", null),
                    new EventSink.Run(1, id, id == 1 ? 2_000_000 : id + 5, "t#1", null, id == 1 ? 1 : -1, null),
                    new EventSink.Schedule(0, null, 0, 1, null, -1));
        }
        Model model = linker.link();
        Requests requests = new Requests(model);
        Request request = requests.ranked(Filter.ALL).get(0);
        assertThat(request.hops()).isZero();
        assertThat(requests.assumed(request)).hasSize(999_999);
        assertThat(requests.top(model.contexts().rowOf(1_000_000))).isEqualTo(request.row());
    }
}
