package dev.longstack.agent.library.rxjava;

import dev.longstack.agent.weave.Family;
import dev.longstack.agent.weave.Members;
import java.util.List;

/** RxJava 2 and 3: their schedulers are pools of the JDK, which see the user's task through what stands for it. */
public final class RxjavaFamily {
    private record Generation(String internal, String scheduler) {}

    private static final List<Generation> GENERATIONS = List.of(
            new Generation("io/reactivex/internal/schedulers/", "io/reactivex/Scheduler"),
            new Generation("io/reactivex/rxjava3/internal/schedulers/", "io/reactivex/rxjava3/core/Scheduler"));

    private static final List<String> WRAPPERS =
            List.of("AbstractDirectTask", "ExecutorScheduler$ExecutorWorker$BooleanRunnable", "ScheduledRunnable");

    public static final Family FAMILY = declaration().declared();

    private RxjavaFamily() {}

    private static Family.Declaration declaration() {
        Family.Declaration family = Family.named(
                        "rxjava", "tasks of the schedulers of RxJava 2 and 3, shown under their own class")
                .doesForItself(
                        "io.reactivex.internal.schedulers.SchedulerPoolFactory$ScheduledTask",
                        "purges cancelled tasks from all schedulers");
        for (Generation each : GENERATIONS) {
            WRAPPERS.forEach(wrapper -> family.gives(each.internal() + wrapper, Members.LIBRARY_TASK));
            family.gives(each.scheduler() + "$DisposeTask", Members.LIBRARY_TASK);
            family.gives(each.scheduler() + "$PeriodicDirectTask", Members.LIBRARY_TASK);
            family.doesForItself(
                    each.internal().replace('/', '.') + "IoScheduler$CachedWorkerPool",
                    "evicts idle workers from the pool");
        }
        return family;
    }
}
