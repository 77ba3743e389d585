package dev.longstack.agent.library.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longstack.agent.weave.Hook;
import dev.longstack.agent.weave.WovenFamily;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServletFamilyTest {
    private final WovenFamily woven = WovenFamily.of(ServletFamily.FAMILY);

    @Test
    void theUntypedServiceIsARequestAroundTheTypedOne() {
        assertThat(woven.hooks("jakarta/servlet/http/HttpServlet", "service"))
                .isEqualTo(List.of(Hook.SERVING, Hook.ROUTED, Hook.END, Hook.ROUTED, Hook.SERVING_FAILED));
    }
}
