package dev.longstack.agent.jdk.executors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longstack.agent.weave.Hook;
import dev.longstack.agent.weave.WovenFamily;
import org.junit.jupiter.api.Test;

class ExecutorsFamilyTest {
    private final WovenFamily woven = WovenFamily.of(ExecutorsFamily.FAMILY);

    @Test
    void aTaskIsCapturedWhereItIsExecutedAndRunsWhereAWorkerCallsIt() {
        assertThat(woven.hooks("java/util/concurrent/ThreadPoolExecutor", "execute"))
                .startsWith(Hook.EXECUTING)
                .as("whatever the command is wrapped in on its way")
                .contains(Hook.HANDED_ON)
                .endsWith(Hook.EXECUTED);
        assertThat(woven.hooks("java/util/concurrent/ThreadPoolExecutor", "runWorker"))
                .containsSubsequence(Hook.TAKEN, Hook.BEGIN_TASK, Hook.INTERCEPT_RUNNABLE, Hook.END, Hook.END_FAILED);
    }

    @Test
    void theQueuesNodesCarryTheToken() {
        assertThat(woven.hooks("java/util/concurrent/LinkedBlockingQueue$Node", "<init>"))
                .containsOnly(Hook.OFFERED);
        assertThat(woven.hooks("java/util/concurrent/LinkedBlockingQueue", "dequeue"))
                .containsOnly(Hook.TAKEN);
        assertThat(woven.hooks("java/util/concurrent/LinkedBlockingQueue", "unlink"))
                .containsOnly(Hook.DROPPED);
    }

    @Test
    void threadPerTaskExecutorsAreDeclaredAsSuch() {
        assertThat(ExecutorsFamily.FAMILY.threadsPerTask())
                .extracting(call -> call.operation())
                .contains("ThreadPerTaskExecutor.execute", "ThreadPerTaskExecutor.submit");
        boolean exists = woven.classes().contains("java/util/concurrent/ThreadPerTaskExecutor");
        assertThat(woven.hooks("java/util/concurrent/ThreadPerTaskExecutor", "execute")
                        .contains(Hook.SCHEDULING_THREAD))
                .as("its execute, where this JDK has it")
                .isEqualTo(exists);
    }
}
