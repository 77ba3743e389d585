package dev.longstack.agent.jdk.threads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longstack.agent.weave.Hook;
import dev.longstack.agent.weave.WovenFamily;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThreadsFamilyTest {
    private final WovenFamily woven = WovenFamily.of(ThreadsFamily.FAMILY);

    @Test
    void aThreadIsCapturedWhereItStartsAndRunsWhereItCallsItsTask() {
        assertThat(woven.hooks("java/lang/Thread", "start")).contains(Hook.THREAD_STARTING, Hook.THREAD_NOT_STARTED);
        assertThat(woven.hooks("java/lang/Thread", "run"))
                .isEqualTo(List.of(Hook.BEGIN_THREAD, Hook.INTERCEPT_RUNNABLE, Hook.END, Hook.END_FAILED));
    }

    @Test
    void theRunOfASubclassIsARun() {
        WovenFamily subclass = WovenFamily.of(ThreadsFamily.FAMILY, OwnRun.class);
        assertThat(subclass.hooks(OwnRun.class.getName().replace('.', '/'), "run"))
                .isEqualTo(List.of(Hook.BEGIN_THREAD, Hook.END, Hook.END_FAILED));
    }

    @Test
    void aSubclassWithoutARunOfItsOwnIsLeftAlone() {
        assertThat(WovenFamily.of(ThreadsFamily.FAMILY, NoRun.class).classes()).isEmpty();
    }

    private static final class OwnRun extends Thread {
        @Override
        public void run() {}
    }

    private static final class NoRun extends Thread {}
}
