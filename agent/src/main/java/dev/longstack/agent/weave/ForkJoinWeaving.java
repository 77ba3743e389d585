package dev.longstack.agent.weave;

import static dev.longstack.agent.weave.Insert.load;
import static dev.longstack.agent.weave.Insert.self;
import static dev.longstack.agent.weave.Insert.top;

import dev.longstack.propagate.ForkJoinHooks;
import dev.longstack.propagate.ScheduleHooks;
import dev.longstack.propagate.TaskHooks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** ForkJoinPool and its tasks: captured where a task is forked or submitted, run around {@code exec}. */
final class ForkJoinWeaving {
    private static final String PACKAGE = "java/util/concurrent/";
    private static final String POOL = PACKAGE + "ForkJoinPool";
    private static final String TASK = PACKAGE + "ForkJoinTask";
    /** From JDK 25 on. */
    private static final String SCHEDULED_TASK = PACKAGE + "DelayScheduler$ScheduledForkJoinTask";
    /** Of several JDKs; each has some of them. */
    private static final List<String> WRAPPERS = List.of(
            TASK + "$AdaptedRunnable",
            TASK + "$AdaptedRunnableAction",
            TASK + "$AdaptedCallable",
            TASK + "$AdaptedInterruptibleRunnable",
            TASK + "$AdaptedInterruptibleCallable",
            TASK + "$RunnableExecuteAction",
            TASK + "$InvokeAnyTask",
            POOL + "$InvokeAnyTask");

    private ForkJoinWeaving() {}

    static Map<String, Weaving> classes() {
        Map<String, Weaving> classes = new HashMap<>();
        WRAPPERS.forEach(wrapper -> classes.put(wrapper, ForkJoinWeaving::adapter));
        classes.put(POOL, ForkJoinWeaving::pool);
        classes.put(TASK, ForkJoinWeaving::task);
        classes.put(TASK + "$InterruptibleTask", ForkJoinWeaving::cancellable);
        classes.put(SCHEDULED_TASK, ForkJoinWeaving::scheduledTask);
        return classes;
    }

    /** Holds a user's task. */
    private static void adapter(WovenClass woven) {
        woven.makeWrapper();
        for (String name : List.of("exec", "compute")) {
            if (woven.hasMethod(name)) {
                woven.methods(name).forEach(method -> method.intercept(Intercepting::known, self()));
            }
        }
    }

    private static void pool(WovenClass woven) {
        for (String name : List.of(
                "execute",
                "submit",
                "invoke",
                "schedule",
                "scheduleAtFixedRate",
                "scheduleWithFixedDelay",
                "submitWithTimeout",
                "lazySubmit")) {
            if (woven.hasMethod(name)) {
                woven.methods(name).forEach(method -> schedules(method, "ForkJoinPool." + name));
            }
        }
        for (String name : List.of("invokeAll", "invokeAny", "invokeAllUninterruptibly")) {
            if (woven.hasMethod(name)) {
                woven.methods(name).forEach(method -> ExecutorWeaving.schedulesAll(method, "ForkJoinPool." + name));
            }
        }
        for (String name : List.of("createWorker", "startDelayScheduler")) {
            if (woven.hasMethod(name)) {
                ThreadWeaving.startsWorkers(woven.method(name));
            }
        }
        WovenMethod submit = woven.method(woven.hasMethod("poolSubmit") ? "poolSubmit" : "externalSubmit");
        submit.atEntry(self().local(submit.slot(submit.parameters() - 1))
                .hook(ForkJoinHooks.class, "submitting", Object.class, Object.class));
        if (woven.hasMethod("scheduleDelayedTask")) {
            woven.method("scheduleDelayedTask")
                    .atEntry(self().local(1)
                            .local(1)
                            .field(SCHEDULED_TASK, "nextDelay", "J")
                            .local(1)
                            .field(SCHEDULED_TASK, "isImmediate", "Z")
                            .hook(
                                    ForkJoinHooks.class,
                                    "delaying",
                                    Object.class,
                                    Object.class,
                                    long.class,
                                    boolean.class));
        }
    }

    private static void schedules(WovenMethod method, String operation) {
        Insert scheduled = self().hook(ForkJoinHooks.class, "scheduled", Object.class);
        method.aroundBody(
                self().constant(operation)
                        .local(1)
                        .hook(ForkJoinHooks.class, "scheduling", Object.class, String.class, Object.class),
                scheduled,
                scheduled);
    }

    private static void task(WovenClass woven) {
        woven.makeCarrier();
        woven.method("fork").atEntry(self().hook(ForkJoinHooks.class, "forking", Object.class));
        woven.method("doExec")
                .aroundCalls(
                        call -> call.name.equals("exec"),
                        self().hook(ForkJoinHooks.class, "begin", Object.class),
                        self().hook(ForkJoinHooks.class, "end", Object.class),
                        top().local(0).swap().hook(ForkJoinHooks.class, "endFailed", Object.class, Throwable.class));
        woven.method("trySetException")
                .atEntry(self().local(1).hook(TaskHooks.class, "failing", Object.class, Throwable.class));
        cancellable(woven);
    }

    private static void cancellable(WovenClass woven) {
        if (woven.hasMethod("cancel")) {
            woven.method("cancel")
                    .beforeReturn(top().local(0).hook(TaskHooks.class, "cancelled", boolean.class, Object.class));
        }
    }

    private static void scheduledTask(WovenClass woven) {
        woven.makeWrapper();
        woven.methods("compute").stream()
                .filter(method -> !method.isBridge())
                .forEach(compute -> compute.atEntry(load(0).hook(ScheduleHooks.class, "running", Object.class)));
        cancellable(woven);
    }
}
