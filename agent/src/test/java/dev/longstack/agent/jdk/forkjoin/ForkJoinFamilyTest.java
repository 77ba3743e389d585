package dev.longstack.agent.jdk.forkjoin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longstack.agent.weave.Hook;
import dev.longstack.agent.weave.WovenFamily;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForkJoinFamilyTest {
    private final WovenFamily woven = WovenFamily.of(ForkJoinFamily.FAMILY);

    private static final String TASK = "java/util/concurrent/ForkJoinTask";

    @Test
    void aTaskIsCapturedWhereItIsForkedAndRunsAroundExec() {
        assertThat(woven.hooks(TASK, "fork")).containsExactly(Hook.FORKING);
        assertThat(woven.hooks(TASK, "doExec")).contains(Hook.BEGIN_FORK, Hook.END_FORK, Hook.END_FORK_FAILED);
    }

    @Test
    void interceptorsAreLetInWhereAnAdapterCallsTheUser() {
        assertThat(woven.classes().stream().filter(name -> name.contains("Adapted")))
                .as("what adapts a Runnable and a Callable")
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(adapter -> assertThat(List.of(
                                woven.hooks(adapter, "exec").size(),
                                woven.hooks(adapter, "compute").size()))
                        .containsAnyOf(1, 2));
    }

    @Test
    void thePoolsThreadsAreNobodys() {
        assertThat(woven.hooks("java/util/concurrent/ForkJoinPool", "createWorker"))
                .containsOnly(Hook.WORKER_STARTING, Hook.WORKER_STARTED);
    }
}
