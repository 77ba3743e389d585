package dev.longstack.agent.jdk.futures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longstack.agent.weave.Hook;
import dev.longstack.agent.weave.WovenFamily;
import java.util.List;
import org.junit.jupiter.api.Test;

class FuturesFamilyTest {
    private final WovenFamily woven = WovenFamily.of(FuturesFamily.FAMILY);

    private static final String FUTURE = "java/util/concurrent/FutureTask";

    @Test
    void aFutureIsCapturedAtConstruction() {
        assertThat(woven.hooks(FUTURE, "<init>")).containsOnly(Hook.FUTURE_CREATED);
    }

    @Test
    void itsRunLastsUntilRunReturnsSoThatDoneIsInIt() {
        assertThat(woven.hooks(FUTURE, "run"))
                .containsSubsequence(Hook.BEGIN, Hook.INTERCEPT_CALLABLE, Hook.FAILING, Hook.END, Hook.END_FAILED)
                .as("nothing ends where the call does")
                .doesNotContainSequence(Hook.INTERCEPT_CALLABLE, Hook.END);
    }

    @Test
    void oneOfSeveralRunsEndsWithTheCall() {
        assertThat(woven.hooks(FUTURE, "runAndReset"))
                .isEqualTo(List.of(Hook.BEGIN_ONE, Hook.INTERCEPT_CALLABLE, Hook.END_ONE, Hook.END_ONE_FAILED));
    }

    @Test
    void cancellationIsTold() {
        assertThat(woven.hooks(FUTURE, "cancel")).containsOnly(Hook.CANCELLED);
    }
}
