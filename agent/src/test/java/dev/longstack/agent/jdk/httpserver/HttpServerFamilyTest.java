package dev.longstack.agent.jdk.httpserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longstack.agent.weave.Hook;
import dev.longstack.agent.weave.WovenFamily;
import org.junit.jupiter.api.Test;

class HttpServerFamilyTest {
    private final WovenFamily woven = WovenFamily.of(HttpServerFamily.FAMILY);

    @Test
    void anExchangeIsARequestAroundItsFilters() {
        assertThat(woven.hooks("sun/net/httpserver/ServerImpl$Exchange", "run"))
                .containsSubsequence(Hook.BEGIN_REQUEST, Hook.END, Hook.END_FAILED);
    }
}
