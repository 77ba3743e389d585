package dev.longstack.agent.jdk.forkjoin;

import static dev.longstack.agent.weave.Insert.self;
import static dev.longstack.agent.weave.Insert.text;

import dev.longstack.agent.weave.Calls;
import dev.longstack.agent.weave.Family;
import dev.longstack.agent.weave.Hook;
import dev.longstack.agent.weave.Insert;
import dev.longstack.agent.weave.Members;
import dev.longstack.agent.weave.Patterns;
import dev.longstack.agent.weave.Run;
import dev.longstack.agent.weave.WovenClass;
import dev.longstack.agent.weave.WovenMethod;
import java.util.List;

/** ForkJoinPool and its tasks: captured where a task is forked or submitted, run around {@code exec}. */
public final class ForkJoinFamily {
    private static final String POOL = "java/util/concurrent/ForkJoinPool";
    private static final String TASK = "java/util/concurrent/ForkJoinTask";
    /** From JDK 25 on. */
    private static final String DELAYED_TASK = "java/util/concurrent/DelayScheduler$ScheduledForkJoinTask";

    // several JDKs have some of them each

    private static final List<String> ADAPTERS = List.of(
            TASK + "$AdaptedRunnable",
            TASK + "$AdaptedRunnableAction",
            TASK + "$AdaptedCallable",
            TASK + "$AdaptedInterruptibleRunnable",
            TASK + "$AdaptedInterruptibleCallable",
            TASK + "$RunnableExecuteAction",
            TASK + "$InvokeAnyTask",
            POOL + "$InvokeAnyTask");
    private static final List<String> TAKE_A_TASK = List.of(
            "execute",
            "submit",
            "invoke",
            "schedule",
            "scheduleAtFixedRate",
            "scheduleWithFixedDelay",
            "submitWithTimeout",
            "lazySubmit");
    private static final List<String> TAKE_MANY = List.of("invokeAll", "invokeAny", "invokeAllUninterruptibly");
    private static final List<String> START_THREADS = List.of("createWorker", "startDelayScheduler");

    public static final Family FAMILY = declaration().declared();

    private ForkJoinFamily() {}

    private static Family.Declaration declaration() {
        Family.Declaration family = Family.named("fork-join", "ForkJoinPool and its tasks, including parallel streams")
                .weaves(POOL, ForkJoinFamily::pool)
                .weaves(TASK, ForkJoinFamily::task, Members.TOKEN, Members.NO_TASK)
                .weaves(TASK + "$InterruptibleTask", ForkJoinFamily::cancels)
                .weaves(DELAYED_TASK, ForkJoinFamily::delayedTask, Members.TASK);
        ADAPTERS.forEach(adapter -> family.weaves(adapter, ForkJoinFamily::adapter, Members.TASK));
        return family;
    }

    private static void pool(WovenClass pool) {
        for (String name : TAKE_A_TASK) {
            pool.methodsIfAny(name).forEach(method -> schedules(method, "ForkJoinPool." + name));
        }
        for (String name : TAKE_MANY) {
            pool.methodsIfAny(name).forEach(method -> Patterns.schedulesAll(method, "ForkJoinPool." + name));
        }
        for (String name : START_THREADS) {
            pool.methodsIfAny(name).forEach(Patterns::startsWorkers);
        }
        WovenMethod submit = pool.method(pool.hasMethod("poolSubmit") ? "poolSubmit" : "externalSubmit");
        submit.atEntry(self().and(submit.lastArgument()).call(Hook.SUBMITTING));
        pool.methodsIfAny("scheduleDelayedTask").forEach(ForkJoinFamily::delays);
    }

    private static void schedules(WovenMethod method, String operation) {
        method.aroundBody(
                self().and(text(operation)).and(method.argument(0)).call(Hook.FORK_SCHEDULING),
                self().call(Hook.FORK_SCHEDULED));
    }

    private static void delays(WovenMethod scheduleDelayedTask) {
        Insert task = scheduleDelayedTask.argument(0);
        scheduleDelayedTask.atEntry(self().and(task)
                .and(task.field(DELAYED_TASK, "nextDelay", "J"))
                .and(task.field(DELAYED_TASK, "isImmediate", "Z"))
                .call(Hook.DELAYING));
    }

    private static void task(WovenClass task) {
        task.method("fork").atEntry(self().call(Hook.FORKING));
        Run.of(Hook.BEGIN_FORK)
                .endedBy(Hook.END_FORK, Hook.END_FORK_FAILED)
                .aroundCalls(task.method("doExec"), Calls.named("exec"));
        WovenMethod trySetException = task.method("trySetException");
        trySetException.atEntry(self().and(trySetException.argument(0)).call(Hook.FAILING));
        cancels(task);
    }

    private static void cancels(WovenClass task) {
        task.methodsIfAny("cancel").forEach(Patterns::cancels);
    }

    /** Holds a user's task. */
    private static void adapter(WovenClass adapter) {
        for (String name : List.of("exec", "compute")) {
            adapter.methodsIfAny(name).forEach(Patterns::intercepted);
        }
    }

    private static void delayedTask(WovenClass task) {
        task.methods("compute").stream()
                .filter(method -> !method.isBridge())
                .forEach(compute -> compute.atEntry(self().call(Hook.LATER_RUNNING)));
        cancels(task);
    }
}
