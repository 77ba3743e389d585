package dev.longstack.agent.jdk.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longstack.agent.weave.Hook;
import dev.longstack.agent.weave.WovenFamily;
import org.junit.jupiter.api.Test;

class FlowFamilyTest {
    private final WovenFamily woven = WovenFamily.of(FlowFamily.FAMILY);

    private static final String SUBSCRIPTION = "java/util/concurrent/SubmissionPublisher$BufferedSubscription";

    @Test
    void eachItemIsAStepAndTheLoopIsNobodys() {
        assertThat(woven.hooks(SUBSCRIPTION, "offer")).containsExactly(Hook.ITEM_OFFERING);
        assertThat(woven.hooks(SUBSCRIPTION, "startOnOffer")).containsExactly(Hook.ITEM_OFFERED);
        assertThat(woven.hooks(SUBSCRIPTION, "consumeNext"))
                .containsExactly(Hook.ITEM_CONSUMING, Hook.END, Hook.END_FAILED);
        assertThat(woven.hooks(SUBSCRIPTION, "consume")).startsWith(Hook.DRAINING);
        assertThat(woven.hooks(SUBSCRIPTION, "cancel")).containsExactly(Hook.ITEMS_CANCELLED);
    }
}
