package dev.longstack.agent.jdk.scheduled;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longstack.agent.weave.Hook;
import dev.longstack.agent.weave.WovenFamily;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduledFamilyTest {
    private final WovenFamily woven = WovenFamily.of(ScheduledFamily.FAMILY);

    private static final String POOL = "java/util/concurrent/ScheduledThreadPoolExecutor";

    @Test
    void callsThatScheduleNameWhatIsCreatedInside() {
        for (String name : List.of("schedule", "scheduleAtFixedRate", "scheduleWithFixedDelay", "execute", "submit")) {
            assertThat(woven.hooks(POOL, name)).containsOnly(Hook.SCHEDULING_LATER, Hook.SCHEDULED_LATER);
        }
    }

    @Test
    void aFutureIsDueAnewEachTimeItRuns() {
        assertThat(woven.hooks(POOL + "$ScheduledFutureTask", "<init>")).containsOnly(Hook.LATER_CREATED);
        assertThat(woven.hooks(POOL + "$ScheduledFutureTask", "run")).containsExactly(Hook.LATER_RUNNING);
    }
}
