package dev.longstack.agent.jdk.structured;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longstack.agent.weave.Hook;
import dev.longstack.agent.weave.WovenFamily;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StructuredFamilyTest {
    private final WovenFamily woven = WovenFamily.of(StructuredFamily.FAMILY);

    @Test
    void aScopeIsARunFromItsOpeningToItsClose() {
        List<Hook> opened = new ArrayList<>();
        List<Hook> closed = new ArrayList<>();
        for (String scope : woven.classes()) {
            opened.addAll(woven.hooks(scope, "open"));
            opened.addAll(woven.hooks(scope, "<init>"));
            closed.addAll(woven.hooks(scope, "close"));
        }
        boolean exists = Runtime.version().feature() >= 21;
        assertThat(opened.contains(Hook.SCOPE_OPENED)).as("in this JDK").isEqualTo(exists);
        assertThat(closed.containsAll(List.of(Hook.END, Hook.END_FAILED))).isEqualTo(exists);
    }

    @Test
    void forksAreDeclaredToStartAThreadEach() {
        assertThat(StructuredFamily.FAMILY.threadsPerTask())
                .extracting(call -> call.method())
                .containsOnly("fork");
    }
}
