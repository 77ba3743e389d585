package dev.longstack.agent.library.rxjava;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longstack.agent.weave.WovenFamily;
import org.junit.jupiter.api.Test;

class RxjavaFamilyTest {
    @Test
    void whatStandsForTheUsersTaskGivesItAwayInBothGenerations() {
        String second = "io/reactivex/internal/schedulers/";
        String third = "io/reactivex/rxjava3/internal/schedulers/";
        assertThat(WovenFamily.of(RxjavaFamily.FAMILY).classes())
                .containsExactlyInAnyOrder(
                        second + "AbstractDirectTask",
                        second + "ExecutorScheduler$ExecutorWorker$BooleanRunnable",
                        second + "ScheduledRunnable",
                        "io/reactivex/Scheduler$DisposeTask",
                        "io/reactivex/Scheduler$PeriodicDirectTask",
                        third + "AbstractDirectTask",
                        third + "ExecutorScheduler$ExecutorWorker$BooleanRunnable",
                        third + "ScheduledRunnable",
                        "io/reactivex/rxjava3/core/Scheduler$DisposeTask",
                        "io/reactivex/rxjava3/core/Scheduler$PeriodicDirectTask");
    }

    @Test
    void usersTasksAreNotItsOwnWork() {
        assertThat(RxjavaFamily.FAMILY.ownWork())
                .extracting(work -> work.className())
                .isNotEmpty()
                .noneMatch(name -> name.endsWith("ScheduledRunnable") || name.endsWith("ScheduledDirectTask"));
    }
}
