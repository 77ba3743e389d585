package dev.longstack.agent.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longstack.agent.packaged.ChildJvm.Ended;
import dev.longstack.agent.packaged.Recorded.Hop;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a thread is started for one task, its steps belong to the request; where it may live on, nobody knows. */
@Tag("packaged")
class ThreadPerTaskTest {
    private static final String OWN = "threadPerTask=" + StartingThreads.OwnExecutor.class.getName() + ".execute+"
            + StartingThreads.Go.class.getName() + ".run+" + StartingThreads.Virtual.class.getName() + ".execute";

    @TempDir
    private Path folder;

    private Recorded recorded;

    private void run(String options) throws Exception {
        Ended ended = ChildJvm.in(folder).longstack(options).recording().run(StartingThreads.class);
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.err()).doesNotContain("[longstack]");
        recorded = Recorded.in(folder);
    }

    private long requestOf(Class<?> step) {
        List<Hop> runs = recorded.hops().stream()
                .filter(hop -> hop.run() && hop.taskClass().equals(step.getName()))
                .toList();
        assertThat(runs).hasSize(1);
        return runs.get(0).requestId();
    }

    private long request() {
        return recorded.requests().get("GET /threads");
    }

    @Test
    void stepsOfThreadsThatAnOptionNamesAreTheRequestsAndThoseOfBareThreadsAreUnknown() throws Exception {
        run(OWN);
        assertThat(requestOf(StartingThreads.InOwnExecutor.class)).isEqualTo(request());
        assertThat(requestOf(StartingThreads.InGo.class)).isEqualTo(request());
        assertThat(requestOf(StartingThreads.InSpring.class))
                .as("known without the option")
                .isEqualTo(request());
        assertThat(requestOf(StartingThreads.InBareThread.class)).isEqualTo(-1);
        if (Runtime.version().feature() >= 21) {
            assertThat(requestOf(StartingThreads.InOwnVirtual.class)).isEqualTo(request());
            assertThat(requestOf(StartingThreads.InBareVirtual.class)).isEqualTo(-1);
        }
    }

    @Test
    void withoutTheOptionTheyAreUnknownToo() throws Exception {
        run("");
        assertThat(requestOf(StartingThreads.InOwnExecutor.class)).isEqualTo(-1);
        assertThat(requestOf(StartingThreads.InGo.class)).isEqualTo(-1);
        assertThat(requestOf(StartingThreads.InSpring.class)).isEqualTo(request());
    }

    @Test
    void aMethodThatTheClassHasNotIsTold() throws Exception {
        Ended ended = ChildJvm.in(folder)
                .longstack("threadPerTask=" + StartingThreads.OwnExecutor.class.getName() + ".excute")
                .run(StartingThreads.class);
        assertThat(ended.code()).isZero();
        assertThat(ended.err())
                .contains(
                        "'" + StartingThreads.OwnExecutor.class.getName() + "' could not be woven",
                        "no method 'excute'");
    }

    @Test
    void anOptionThatNamesNoMethodKeepsTheAgentOff() throws Exception {
        Ended ended = ChildJvm.in(folder).longstack("threadPerTask=execute").run(StartingThreads.class);
        assertThat(ended.code()).isZero();
        assertThat(ended.err())
                .contains("error: 'execute' in option 'threadPerTask' is not of the form CLASS.METHOD", "stays off");
    }
}
