package dev.longstack.agent.jdk.virtualthreads;

import static dev.longstack.agent.weave.Insert.NOTHING;
import static dev.longstack.agent.weave.Insert.self;

import dev.longstack.agent.weave.Calls;
import dev.longstack.agent.weave.Family;
import dev.longstack.agent.weave.Hook;
import dev.longstack.agent.weave.Insert;
import dev.longstack.agent.weave.JdkAccess;
import dev.longstack.agent.weave.Members;
import dev.longstack.agent.weave.Run;
import dev.longstack.agent.weave.WovenClass;
import dev.longstack.agent.weave.WovenMethod;
import dev.longstack.record.VirtualThreadSlots;
import java.util.Set;

/** Virtual threads: the token goes into a slot of the thread's continuation, since there may be a million of them. */
public final class VirtualThreadsFamily {
    private static final String THREAD = "java/lang/VirtualThread";
    private static final String CONTINUATION = THREAD + "$VThreadContinuation";

    public static final Family FAMILY = Family.named("virtual-threads", "virtual threads (JDK 21 and later)")
            .weaves(THREAD, VirtualThreadsFamily::thread)
            .gives(CONTINUATION, Members.VIRTUAL_THREAD_SLOT)
            .onceWoven(Set.of(CONTINUATION), () -> VirtualThreadSlots.use(JdkAccess::virtualThreadSlots))
            .declared();

    private VirtualThreadsFamily() {}

    private static void thread(WovenClass thread) {
        Insert scheduler = self().field(THREAD, "scheduler", "Ljava/util/concurrent/Executor;");
        for (WovenMethod constructor : thread.constructors()) {
            constructor.beforeReturn(
                    self().and(scheduler).and(constructor.lastArgument()).call(Hook.VIRTUAL_CONSTRUCTED));
        }
        thread.methods("start", parameters -> parameters.length == 1)
                .forEach(start -> start.aroundBody(
                        self().call(Hook.VIRTUAL_STARTING), NOTHING, self().call(Hook.THREAD_NOT_STARTED)));
        Run run = Run.of(Hook.BEGIN_THREAD).endedBy(Hook.END_VIRTUAL, Hook.END_VIRTUAL_FAILED);
        thread.methods("run", parameters -> parameters.length == 1)
                .forEach(method -> run.aroundCallsWithTask(method, Calls.named("runWith")));
    }
}
