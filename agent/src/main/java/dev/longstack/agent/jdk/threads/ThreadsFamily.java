package dev.longstack.agent.jdk.threads;

import static dev.longstack.agent.weave.Insert.NOTHING;
import static dev.longstack.agent.weave.Insert.self;

import dev.longstack.agent.weave.Calls;
import dev.longstack.agent.weave.Family;
import dev.longstack.agent.weave.Hook;
import dev.longstack.agent.weave.Insert;
import dev.longstack.agent.weave.Match;
import dev.longstack.agent.weave.Run;
import dev.longstack.agent.weave.WovenClass;

/** Platform threads. Thread is loaded before any agent, so only bodies change. */
public final class ThreadsFamily {
    private static final String THREAD = "java/lang/Thread";
    private static final String HOLDER = THREAD + "$FieldHolder";

    public static final Family FAMILY = Family.named(
                    "threads", "platform threads, including direct subclasses of Thread that override `run`")
            .weaves(THREAD, ThreadsFamily::thread)
            .weaves(new Match.Subclasses(THREAD, "run", "()V"), ThreadsFamily::subclass)
            .declared();

    private ThreadsFamily() {}

    private static void thread(WovenClass thread) {
        Insert task = thread.hasField("target")
                ? self().field(THREAD, "target", "Ljava/lang/Runnable;")
                : self().field(THREAD, "holder", "L" + HOLDER + ";").field(HOLDER, "task", "Ljava/lang/Runnable;");
        thread.methods("start")
                .forEach(start -> start.aroundCalls(
                        Calls.named("start0"),
                        self().and(task).call(Hook.THREAD_STARTING),
                        NOTHING,
                        self().call(Hook.THREAD_NOT_STARTED)));
        Run.of(Hook.BEGIN_THREAD)
                .aroundCallsWithTask(
                        thread.method("run"), Calls.named("runWith").or(Calls.named("run")));
    }

    private static void subclass(WovenClass thread) {
        Run.of(Hook.BEGIN_THREAD)
                .aroundBody(thread.methods("run", parameters -> parameters.length == 0)
                        .get(0));
    }
}
