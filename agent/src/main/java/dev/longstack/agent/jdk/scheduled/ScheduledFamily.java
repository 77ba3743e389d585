package dev.longstack.agent.jdk.scheduled;

import static dev.longstack.agent.weave.Insert.self;
import static dev.longstack.agent.weave.Insert.text;

import dev.longstack.agent.weave.Family;
import dev.longstack.agent.weave.Hook;
import dev.longstack.agent.weave.Insert;
import dev.longstack.agent.weave.WovenClass;
import dev.longstack.agent.weave.WovenMethod;
import java.util.List;

/** ScheduledThreadPoolExecutor; its futures are FutureTasks. */
public final class ScheduledFamily {
    private static final String POOL = "java/util/concurrent/ScheduledThreadPoolExecutor";
    private static final String FUTURE = POOL + "$ScheduledFutureTask";

    public static final Family FAMILY = Family.named(
                    "scheduled",
                    "ScheduledThreadPoolExecutor: delayed and periodic tasks, timed from when they are due")
            .weaves(POOL, ScheduledFamily::pool)
            .weaves(FUTURE, ScheduledFamily::future)
            .declared();

    private ScheduledFamily() {}

    private static void pool(WovenClass pool) {
        for (String name : List.of("schedule", "scheduleAtFixedRate", "scheduleWithFixedDelay", "execute", "submit")) {
            pool.methods(name).forEach(method -> schedules(method, "ScheduledExecutorService." + name));
        }
    }

    private static void schedules(WovenMethod method, String operation) {
        Insert task = method.argument(0);
        method.aroundBody(text(operation).and(task).call(Hook.SCHEDULING_LATER), task.call(Hook.SCHEDULED_LATER));
    }

    private static void future(WovenClass future) {
        for (WovenMethod constructor : future.constructors()) {
            // after the pool that it is an inner class of
            Insert task = constructor.argument(1);
            Insert period = self().field(FUTURE, "period", "J");
            constructor.beforeReturn(self().and(task).and(period).call(Hook.LATER_CREATED));
        }
        future.method("run").atEntry(self().call(Hook.LATER_RUNNING));
    }
}
