package dev.longstack.agent.library.undertow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longstack.agent.weave.Hook;
import dev.longstack.agent.weave.WovenFamily;
import java.util.List;
import org.junit.jupiter.api.Test;

class UndertowFamilyTest {
    private final WovenFamily woven = WovenFamily.of(UndertowFamily.FAMILY);

    @Test
    void listenersOfBytesRunInTheExchange() {
        for (String method : List.of("invokeOnWritePossible", "invokeOnDataAvailable", "invokeOnAllDataRead")) {
            assertThat(woven.hooks("io/undertow/servlet/spec/ServletContextImpl", method))
                    .as(method)
                    .startsWith(Hook.EXCHANGE_RESUMED)
                    .endsWith(Hook.EXCHANGE_LEFT_FAILED);
        }
    }

    @Test
    void anAsynchronousExchangeIsOverOnceItsListenersHaveHeardToo() {
        String context = "io/undertow/servlet/spec/AsyncContextImpl";
        assertThat(woven.hooks(context, "<init>")).containsExactly(Hook.EXCHANGE_ENDS_TWICE);
        assertThat(woven.hooks(context, "onAsyncComplete"))
                .startsWith(Hook.EXCHANGE_RESUMED, Hook.EXCHANGE_ENDED)
                .endsWith(Hook.EXCHANGE_LEFT_FAILED);
    }

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
