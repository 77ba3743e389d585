package dev.longstack.agent.library.okhttp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longstack.agent.weave.Hook;
import dev.longstack.agent.weave.WovenFamily;
import org.junit.jupiter.api.Test;

class OkhttpFamilyTest {
    private final WovenFamily woven = WovenFamily.of(OkhttpFamily.FAMILY);

    @Test
    void aCallIsCapturedWhereItIsMadeAndRunsUnderIts() {
        String call = "okhttp3/internal/connection/RealCall$AsyncCall";
        assertThat(woven.hooks(call, "<init>")).containsExactly(Hook.TASK_CREATED);
        assertThat(woven.hooks(call, "run")).containsExactly(Hook.BEGIN, Hook.END, Hook.END_FAILED);
    }
}
