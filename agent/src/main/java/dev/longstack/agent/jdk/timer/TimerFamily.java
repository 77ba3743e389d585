package dev.longstack.agent.jdk.timer;

import static dev.longstack.agent.weave.Insert.NOTHING;
import static dev.longstack.agent.weave.Insert.local;
import static dev.longstack.agent.weave.Insert.self;
import static dev.longstack.agent.weave.Insert.top;

import dev.longstack.agent.weave.Calls;
import dev.longstack.agent.weave.Family;
import dev.longstack.agent.weave.Hook;
import dev.longstack.agent.weave.Insert;
import dev.longstack.agent.weave.Patterns;
import dev.longstack.agent.weave.Run;
import dev.longstack.agent.weave.WovenClass;
import dev.longstack.agent.weave.WovenMethod;

/** java.util.Timer: captured where it takes a task, run around the call in its thread's loop. */
public final class TimerFamily {
    private static final String TASK = "java/util/TimerTask";
    private static final String QUEUE = "java/util/TaskQueue";
    private static final String THREAD = "java/util/TimerThread";

    public static final Family FAMILY = Family.named("timer", "java.util.Timer")
            .weaves("java/util/Timer", TimerFamily::timer)
            .weaves(TASK, task -> Patterns.cancels(task.method("cancel")))
            .weaves(QUEUE, TimerFamily::queue)
            .weaves(THREAD, TimerFamily::thread)
            .declared();

    private TimerFamily() {}

    private static void timer(WovenClass timer) {
        WovenMethod sched = timer.method("sched");
        Insert task = sched.argument(0);
        // once the timer has found the task to be new; no other thread sees it in the queue before
        sched.besideCalls(
                Calls.to(QUEUE, "add"),
                task.and(nextTime(task)).and(period(task)).call(Hook.TIMED),
                NOTHING);
    }

    private static void queue(WovenClass queue) {
        queue.method("clear")
                .atEntry(self().field(QUEUE, "queue", "[Ljava/util/TimerTask;").call(Hook.CLEARED));
    }

    private static void thread(WovenClass thread) {
        WovenMethod loop = thread.method("mainLoop");
        int slot = loop.newSlot();
        Insert task = local(slot);
        Insert queue = self().field(THREAD, "queue", "Ljava/util/TaskQueue;");
        Insert begin = top().store(slot)
                .and(queue)
                .and(task)
                .and(nextTime(task))
                .and(period(task))
                .call(Hook.TIMING);
        Run.of(queue, begin).aroundUserCalls(loop, Calls.to(TASK, "run"));
    }

    private static Insert nextTime(Insert task) {
        return task.field(TASK, "nextExecutionTime", "J");
    }

    private static Insert period(Insert task) {
        return task.field(TASK, "period", "J");
    }
}
