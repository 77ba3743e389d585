package dev.longstack.agent.weave;

import static dev.longstack.agent.weave.Insert.self;
import static dev.longstack.agent.weave.Insert.top;

import dev.longstack.propagate.ScheduleHooks;
import dev.longstack.propagate.TaskHooks;
import java.util.Map;

/** FutureTask: captured at construction, so that any executor's queue may hold it. */
final class FutureTaskWeaving {
    private FutureTaskWeaving() {}

    static Map<String, Weaving> classes() {
        return Map.of(
                "java/util/concurrent/FutureTask",
                FutureTaskWeaving::futureTask,
                "java/util/concurrent/Executors$RunnableAdapter",
                WovenClass::makeWrapper);
    }

    private static void futureTask(WovenClass woven) {
        woven.makeCarrier();
        for (WovenMethod constructor : woven.methods("<init>")) {
            constructor.beforeReturn(
                    self().local(1).hook(TaskHooks.class, "futureCreated", Object.class, Object.class));
        }
        WovenMethod run = woven.method("run");
        run.aroundRuns(
                call -> call.owner.equals("java/util/concurrent/Callable"),
                self().hook(TaskHooks.class, "begin", Object.class),
                self(),
                Insert.NOTHING,
                top().local(0).swap().hook(TaskHooks.class, "failing", Object.class, Throwable.class));
        // what done() calls still runs in the context
        run.aroundBody(
                Insert.NOTHING,
                self().hook(TaskHooks.class, "end", Object.class),
                top().local(0).swap().hook(TaskHooks.class, "endFailed", Object.class, Throwable.class));
        woven.method("runAndReset")
                .aroundRuns(
                        call -> call.owner.equals("java/util/concurrent/Callable"),
                        self().hook(ScheduleHooks.class, "begin", Object.class),
                        self(),
                        self().hook(ScheduleHooks.class, "ended", Object.class),
                        top().local(0).swap().hook(ScheduleHooks.class, "endedFailed", Object.class, Throwable.class));
        woven.method("cancel")
                .beforeReturn(top().local(0).hook(TaskHooks.class, "cancelled", boolean.class, Object.class));
    }
}
