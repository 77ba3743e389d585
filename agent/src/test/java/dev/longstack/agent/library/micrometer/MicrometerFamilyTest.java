package dev.longstack.agent.library.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longstack.agent.weave.WovenFamily;
import org.junit.jupiter.api.Test;

class MicrometerFamilyTest {
    @Test
    void timedTasksGiveTheUsersAway() {
        assertThat(WovenFamily.of(MicrometerFamily.FAMILY).classes())
                .containsExactlyInAnyOrder(
                        "io/micrometer/core/instrument/internal/TimedRunnable",
                        "io/micrometer/core/instrument/internal/TimedCallable");
    }
}
