package dev.longstack.agent.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longstack.agent.packaged.ChildJvm.Ended;
import dev.longstack.agent.packaged.Recorded.Hop;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What libraries do for themselves is nobody's, and what they do for their users is theirs. */
@Tag("packaged")
class LibrariesTest {
    @TempDir
    private static Path folder;

    private static List<String> steps;
    private static List<Hop> hops;
    private static Map<String, Long> requests;

    @BeforeAll
    static void useThem() throws Exception {
        Ended ended = ChildJvm.in(folder).longstack("").recording().run(UsingLibraries.class);
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.err()).doesNotContain("[longstack]");
        steps = ended.out().lines().filter(line -> line.startsWith("step, ")).toList();
        Recorded recorded = Recorded.in(folder);
        hops = recorded.hops();
        requests = recorded.requests();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.zaxxer.hikari.pool.HikariPool$HouseKeeper",
                "com.zaxxer.hikari.pool.HikariPool$PoolEntryCreator",
                "org.apache.commons.pool2.impl.EvictionTimer$WeakRunner",
                "org.apache.commons.pool2.impl.EvictionTimer$Reaper",
                "com.github.benmanes.caffeine.cache.BoundedLocalCache$PerformCleanupTask",
                "io.reactivex.internal.schedulers.SchedulerPoolFactory$ScheduledTask",
                "io.reactivex.internal.schedulers.IoScheduler$CachedWorkerPool",
                "io.reactivex.rxjava3.internal.schedulers.IoScheduler$CachedWorkerPool",
                "io.micrometer.core.instrument.push.PushMeterRegistry$$Lambda",
                "io.micrometer.core.instrument.step.StepMeterRegistry$$Lambda",
                "okhttp3.internal.concurrent.TaskRunner$runnable$1"
            })
    void itsOwnWorkIsNoChildOfTheRequestThatCameFirst(String taskClass) {
        assertThat(hops)
                .as("it ran")
                .anyMatch(hop -> hop.run() && hop.taskClass().equals(taskClass));
        assertNobodys(taskClass);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.zaxxer.hikari.pool.HikariPool$MaxLifetimeTask",
                "com.zaxxer.hikari.pool.HikariPool$KeepaliveTask"
            })
    void norIsWhatIsDueMuchLater(String taskClass) {
        assertNobodys(taskClass);
    }

    private static void assertNobodys(String taskClass) {
        assertThat(hops)
                .filteredOn(hop -> hop.taskClass().equals(taskClass))
                .isNotEmpty()
                .allMatch(hop -> hop.parentId() == 0 && hop.requestId() <= 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rxjava2", "rxjava3", "hikari", "commons-pool2", "caffeine", "micrometer", "okhttp"})
    void usersTasksAreTheirRequests(String library) {
        assertThat(steps)
                .filteredOn(step -> step.startsWith("step, " + library))
                .hasSizeGreaterThan(1)
                .allMatch(step -> step.contains(" linked, "));
    }

    @Test
    void andAreSeenThroughWhatStandsForThem() {
        assertThat(steps)
                .filteredOn(step -> step.contains("scheduleDirect") || step.contains(" beside it"))
                .hasSizeGreaterThan(8)
                .allMatch(step -> step.endsWith("seen as Step"));
        assertThat(steps)
                .contains(
                        "step, micrometer first execute, monitored linked, seen as Step",
                        "step, micrometer second submit, monitored linked, seen as Step",
                        "step, okhttp second enqueue linked, seen as Answered");
    }

    @Test
    void nothingOfALaterRequestIsUnderTheFirstThoughItsThreadsStartedThere() {
        assertThat(steps).filteredOn(step -> step.startsWith("step, netty")).hasSize(10);
        long first = requests.get("netty first");
        long second = requests.get("netty second");
        assertThat(hops)
                .as("Netty's threads are anybody's: what they create is known to be nobody's")
                .noneMatch(hop -> hop.run()
                        && hop.taskClass().equals(Step.class.getName())
                        && (hop.requestId() == first || hop.requestId() == second));
        assertThat(hops)
                .filteredOn(hop -> hop.run() && hop.taskClass().equals(Step.class.getName()) && hop.requestId() == -1)
                .hasSize(10);
    }
}
