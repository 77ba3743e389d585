package dev.longstack.agent.jdk.completablefuture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longstack.agent.weave.Hook;
import dev.longstack.agent.weave.WovenFamily;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompletableFutureFamilyTest {
    private final WovenFamily woven = WovenFamily.of(CompletableFutureFamily.FAMILY);

    private static final String FUTURE = "java/util/concurrent/CompletableFuture";

    @Test
    void everyContinuationIsCapturedAtConstruction() {
        for (String type : List.of("UniApply", "UniHandle", "UniCompose", "BiApply", "OrAccept")) {
            assertThat(woven.hooks(FUTURE + "$" + type, "<init>")).containsExactly(Hook.CONTINUATION_CREATED);
        }
    }

    @Test
    void aContinuationThatCallsTheUserItselfRunsThere() {
        assertThat(woven.hooks(FUTURE + "$UniApply", "tryFire"))
                .contains(Hook.BEGIN, Hook.INTERCEPT_FUNCTION, Hook.PASSED, Hook.END_FAILED)
                .doesNotContain(Hook.ARM);
    }

    @Test
    void oneThatHandsItsFunctionOnIsArmedBefore() {
        assertThat(woven.hooks(FUTURE + "$UniHandle", "tryFire"))
                .containsSubsequence(Hook.ARM, Hook.DISARM)
                .doesNotContain(Hook.BEGIN);
        assertThat(woven.hooks(FUTURE, "uniHandle")).contains(Hook.BEGIN_ARMED, Hook.INTERCEPT_BI_FUNCTION);
    }

    @Test
    void whoCompletesAFutureIsKept() {
        assertThat(woven.hooks(FUTURE, "completeValue")).containsExactly(Hook.COMPLETING);
        assertThat(woven.hooks(FUTURE + "$AnyOf", "tryFire")).contains(Hook.RELAYING);
    }
}
