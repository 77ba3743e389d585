package dev.longstack.agent.library.tomcat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longstack.agent.weave.Hook;
import dev.longstack.agent.weave.WovenFamily;
import org.junit.jupiter.api.Test;

class TomcatFamilyTest {
    private final WovenFamily woven = WovenFamily.of(TomcatFamily.FAMILY);

    @Test
    void whatApplicationsGiveToItsPoolIsLinked() {
        String pool = "org/apache/tomcat/util/threads/ThreadPoolExecutor";
        assertThat(woven.hooks(pool, "execute"))
                .containsExactly(Hook.EXECUTING_FOR_OTHERS, Hook.EXECUTED, Hook.REJECTING, Hook.REJECTED);
        assertThat(woven.hooks(pool, "executeInternal")).containsExactly(Hook.HANDED_ON);
        assertThat(woven.hooks(pool, "runWorker"))
                .containsSubsequence(Hook.TAKEN, Hook.BEGIN_TASK, Hook.INTERCEPT_RUNNABLE, Hook.END, Hook.END_FAILED);
        assertThat(woven.hooks(pool + "$Worker", "<init>")).containsExactly(Hook.OFFERED);
    }

    @Test
    void anExchangeBeginsGoesOnAndEnds() {
        assertThat(woven.hooks("org/apache/catalina/connector/CoyoteAdapter", "service"))
                .startsWith(Hook.EXCHANGE_ENTERED)
                .endsWith(Hook.EXCHANGE_LEFT_FAILED);
        assertThat(woven.hooks("org/apache/catalina/connector/CoyoteAdapter", "asyncDispatch"))
                .startsWith(Hook.EXCHANGE_RESUMED)
                .contains(Hook.EXCHANGE_LEFT);
        assertThat(woven.hooks("org/apache/catalina/connector/Request", "recycle"))
                .containsExactly(Hook.EXCHANGE_ENDED);
        assertThat(woven.hooks("org/apache/catalina/core/AsyncContextImpl", "start"))
                .containsExactly(Hook.RUNS_LATER);
    }
}
