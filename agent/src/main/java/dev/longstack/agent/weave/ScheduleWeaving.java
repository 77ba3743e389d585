package dev.longstack.agent.weave;

import static dev.longstack.agent.weave.Insert.load;
import static dev.longstack.agent.weave.Insert.self;
import static dev.longstack.agent.weave.Insert.text;
import static dev.longstack.agent.weave.Insert.top;

import dev.longstack.propagate.ScheduleHooks;
import dev.longstack.propagate.TaskHooks;
import java.util.List;
import java.util.Map;

/** ScheduledThreadPoolExecutor and Timer. */
final class ScheduleWeaving {
    private static final String POOL = "java/util/concurrent/ScheduledThreadPoolExecutor";
    private static final String FUTURE = POOL + "$ScheduledFutureTask";
    private static final String TIMER_TASK = "java/util/TimerTask";
    private static final String TIMER_QUEUE = "java/util/TaskQueue";
    private static final String TIMER_THREAD = "java/util/TimerThread";

    private ScheduleWeaving() {}

    static Map<String, Weaving> executors() {
        return Map.of(POOL, ScheduleWeaving::pool, FUTURE, ScheduleWeaving::future);
    }

    static Map<String, Weaving> timer() {
        return Map.of(
                "java/util/Timer",
                ScheduleWeaving::timer,
                TIMER_TASK,
                ScheduleWeaving::timerTask,
                TIMER_QUEUE,
                ScheduleWeaving::timerQueue,
                TIMER_THREAD,
                ScheduleWeaving::timerThread);
    }

    private static void pool(WovenClass woven) {
        Insert scheduled = load(1).hook(ScheduleHooks.class, "scheduled", Object.class);
        for (String name : List.of("schedule", "scheduleAtFixedRate", "scheduleWithFixedDelay", "execute", "submit")) {
            for (WovenMethod method : woven.methods(name)) {
                method.aroundBody(
                        text("ScheduledExecutorService." + name)
                                .local(1)
                                .hook(ScheduleHooks.class, "scheduling", String.class, Object.class),
                        scheduled,
                        scheduled);
            }
        }
    }

    private static void future(WovenClass woven) {
        for (WovenMethod constructor : woven.methods("<init>")) {
            // after the pool that it is an inner class of
            constructor.beforeReturn(self().local(constructor.slot(1))
                    .local(0)
                    .field(FUTURE, "period", "J")
                    .hook(ScheduleHooks.class, "created", Object.class, Object.class, long.class));
        }
        woven.method("run").atEntry(self().hook(ScheduleHooks.class, "running", Object.class));
    }

    private static void timer(WovenClass woven) {
        // once the timer has found the task to be new; no other thread sees it in the queue before
        woven.method("sched")
                .besideCalls(
                        call -> call.owner.equals(TIMER_QUEUE) && call.name.equals("add"),
                        load(1).local(1)
                                .field(TIMER_TASK, "nextExecutionTime", "J")
                                .local(1)
                                .field(TIMER_TASK, "period", "J")
                                .hook(ScheduleHooks.class, "timed", Object.class, long.class, long.class),
                        Insert.NOTHING);
    }

    private static void timerTask(WovenClass woven) {
        woven.method("cancel")
                .beforeReturn(top().local(0).hook(TaskHooks.class, "cancelled", boolean.class, Object.class));
    }

    private static void timerQueue(WovenClass woven) {
        woven.method("clear")
                .atEntry(self().field(TIMER_QUEUE, "queue", "[Ljava/util/TimerTask;")
                        .hook(ScheduleHooks.class, "cleared", Object[].class));
    }

    private static void timerThread(WovenClass woven) {
        WovenMethod loop = woven.method("mainLoop");
        int task = loop.newSlot();
        Insert owner = self().field(TIMER_THREAD, "queue", "Ljava/util/TaskQueue;");
        loop.aroundRuns(
                call -> call.owner.equals(TIMER_TASK) && call.name.equals("run"),
                top().store(task)
                        .local(0)
                        .field(TIMER_THREAD, "queue", "Ljava/util/TaskQueue;")
                        .local(task)
                        .local(task)
                        .field(TIMER_TASK, "nextExecutionTime", "J")
                        .local(task)
                        .field(TIMER_TASK, "period", "J")
                        .hook(ScheduleHooks.class, "timing", Object.class, Object.class, long.class, long.class),
                owner,
                owner.hook(TaskHooks.class, "end", Object.class),
                top().local(0)
                        .field(TIMER_THREAD, "queue", "Ljava/util/TaskQueue;")
                        .swap()
                        .hook(TaskHooks.class, "endFailed", Object.class, Throwable.class));
    }
}
