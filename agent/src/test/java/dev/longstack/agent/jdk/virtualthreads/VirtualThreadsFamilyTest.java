package dev.longstack.agent.jdk.virtualthreads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longstack.agent.weave.Hook;
import dev.longstack.agent.weave.WovenFamily;
import java.util.List;
import org.junit.jupiter.api.Test;

class VirtualThreadsFamilyTest {
    private final WovenFamily woven = WovenFamily.of(VirtualThreadsFamily.FAMILY);

    private static final String THREAD = "java/lang/VirtualThread";

    @Test
    void aVirtualThreadIsCapturedWhereItStarts() {
        boolean exists = woven.classes().contains(THREAD);
        assertThat(exists).isEqualTo(Runtime.version().feature() >= 21);
        assertThat(woven.hooks(THREAD, "start").contains(Hook.VIRTUAL_STARTING)).isEqualTo(exists);
        assertThat(woven.hooks(THREAD, "run"))
                .isEqualTo(
                        exists
                                ? List.of(
                                        Hook.BEGIN_THREAD,
                                        Hook.INTERCEPT_RUNNABLE,
                                        Hook.END_VIRTUAL,
                                        Hook.END_VIRTUAL_FAILED)
                                : List.of());
    }
}
