package dev.longstack.agent.jdk.queues;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longstack.agent.weave.Hook;
import dev.longstack.agent.weave.WovenFamily;
import org.junit.jupiter.api.Test;

class QueuesFamilyTest {
    private final WovenFamily woven = WovenFamily.of(QueuesFamily.FAMILY);

    @Test
    void allQueuesOfThisJdkAreWoven() {
        assertThat(woven.classes()).hasSize(12);
    }

    @Test
    void whatLeavesAQueueOneByOneOrManyAtATimeIsTold() {
        String queue = "java/util/concurrent/LinkedBlockingQueue";
        assertThat(woven.hooks(queue, "dequeue")).containsOnly(Hook.TOOK_ELEMENT);
        assertThat(woven.hooks(queue, "drainTo")).contains(Hook.TOOK_ELEMENTS);
        assertThat(woven.hooks("java/util/concurrent/SynchronousQueue", "poll")).contains(Hook.TOOK_ELEMENT);
    }

    @Test
    void ofCollectionsWithOtherUsesOnlyTasksCount() {
        assertThat(woven.hooks("java/util/ArrayDeque", "pollFirst")).containsOnly(Hook.TOOK_TASK);
    }
}
