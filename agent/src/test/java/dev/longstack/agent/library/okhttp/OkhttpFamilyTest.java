package dev.longstack.agent.library.okhttp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longstack.agent.weave.Hook;
import dev.longstack.agent.weave.WovenFamily;
import java.util.List;
import org.junit.jupiter.api.Test;

class OkhttpFamilyTest {
    private static final String CALL = "okhttp3/internal/connection/RealCall$AsyncCall";

    private final WovenFamily woven = WovenFamily.of(OkhttpFamily.FAMILY);

    @Test
    void aCallIsCreatedWhereItIsEnqueuedAndBeginsItsRunItself() {
        assertThat(woven.hooks(CALL, "<init>")).isEqualTo(List.of(Hook.TASK_CREATED));
        assertThat(woven.hooks(CALL, "run")).containsSubsequence(Hook.BEGIN, Hook.END, Hook.END_FAILED);
    }
}
