package dev.longstack.agent.library.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longstack.agent.weave.Hook;
import dev.longstack.agent.weave.WovenFamily;
import org.junit.jupiter.api.Test;

class JettyFamilyTest {
    private final WovenFamily woven = WovenFamily.of(JettyFamily.FAMILY);

    private static final String EE10 = "org/eclipse/jetty/ee10/servlet/";

    @Test
    void whatApplicationsGiveToItsPoolIsLinked() {
        String pool = "org/eclipse/jetty/util/thread/QueuedThreadPool";
        assertThat(woven.hooks(pool, "execute"))
                .startsWith(Hook.EXECUTING_FOR_OTHERS)
                .contains(Hook.HANDED_ON, Hook.EXECUTED)
                .endsWith(Hook.REJECTING, Hook.REJECTED);
        assertThat(woven.hooks(pool, "runJob"))
                .containsExactly(Hook.BEGIN_TASK, Hook.INTERCEPT_RUNNABLE, Hook.END, Hook.END_FAILED);
    }

    @Test
    void anExchangeBeginsOrGoesOnAndEnds() {
        assertThat(woven.hooks(EE10 + "ServletChannel", "handle"))
                .startsWith(Hook.EXCHANGE_WORKED_ON)
                .endsWith(Hook.EXCHANGE_LEFT_FAILED);
        assertThat(woven.hooks(EE10 + "ServletChannel", "onCompleted")).containsExactly(Hook.EXCHANGE_ENDED);
        assertThat(woven.hooks(EE10 + "ServletChannel", "recycle")).contains(Hook.EXCHANGE_ENDED);
        assertThat(woven.hooks(EE10 + "AsyncContextState", "start")).containsExactly(Hook.RUNS_LATER);
    }
}
