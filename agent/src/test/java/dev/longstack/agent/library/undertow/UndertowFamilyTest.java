package dev.longstack.agent.library.undertow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longstack.agent.weave.Hook;
import dev.longstack.agent.weave.WovenFamily;
import org.junit.jupiter.api.Test;

class UndertowFamilyTest {
    private final WovenFamily woven = WovenFamily.of(UndertowFamily.FAMILY);

    @Test
    void anExchangeBeginsOrGoesOnAndEnds() {
        assertThat(woven.hooks("io/undertow/server/Connectors", "executeRootHandler"))
                .startsWith(Hook.EXCHANGE_WORKED_ON)
                .endsWith(Hook.EXCHANGE_LEFT_FAILED);
        assertThat(woven.hooks("io/undertow/server/HttpServerExchange", "invokeExchangeCompleteListeners"))
                .containsExactly(Hook.EXCHANGE_ENDED);
        assertThat(woven.hooks("io/undertow/servlet/spec/AsyncContextImpl", "start"))
                .containsExactly(Hook.RUNS_LATER);
    }
}
