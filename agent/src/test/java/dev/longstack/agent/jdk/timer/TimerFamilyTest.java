package dev.longstack.agent.jdk.timer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longstack.agent.weave.Hook;
import dev.longstack.agent.weave.WovenFamily;
import org.junit.jupiter.api.Test;

class TimerFamilyTest {
    private final WovenFamily woven = WovenFamily.of(TimerFamily.FAMILY);

    @Test
    void aTaskIsCapturedWhereTheTimerQueuesItAndRunsInItsLoop() {
        assertThat(woven.hooks("java/util/Timer", "sched")).containsExactly(Hook.TIMED);
        assertThat(woven.hooks("java/util/TimerThread", "mainLoop"))
                .startsWith(Hook.TIMING, Hook.INTERCEPT_TIMER_TASK, Hook.END)
                .endsWith(Hook.END_FAILED);
    }

    @Test
    void tasksThatWillNotRunAreTold() {
        assertThat(woven.hooks("java/util/TimerTask", "cancel")).containsOnly(Hook.CANCELLED);
        assertThat(woven.hooks("java/util/TaskQueue", "clear")).containsExactly(Hook.CLEARED);
    }
}
