package dev.longstack.agent.jdk.futures;

import static dev.longstack.agent.weave.Insert.self;

import dev.longstack.agent.weave.Calls;
import dev.longstack.agent.weave.Family;
import dev.longstack.agent.weave.Hook;
import dev.longstack.agent.weave.Members;
import dev.longstack.agent.weave.Patterns;
import dev.longstack.agent.weave.Run;
import dev.longstack.agent.weave.WovenClass;
import dev.longstack.agent.weave.WovenMethod;
import java.util.function.Predicate;
import org.objectweb.asm.tree.MethodInsnNode;

/** FutureTask: captured at construction, so that any executor's queue may hold it. */
public final class FuturesFamily {
    private static final Predicate<MethodInsnNode> CALLABLE = Calls.to("java/util/concurrent/Callable");

    public static final Family FAMILY = Family.named("futures", "FutureTask, with or without an executor")
            .weaves("java/util/concurrent/FutureTask", FuturesFamily::futureTask, Members.TOKEN)
            .gives("java/util/concurrent/Executors$RunnableAdapter", Members.TASK)
            .declared();

    private FuturesFamily() {}

    private static void futureTask(WovenClass future) {
        for (WovenMethod constructor : future.constructors()) {
            constructor.beforeReturn(self().and(constructor.argument(0)).call(Hook.FUTURE_CREATED));
        }
        // what done() calls still runs in the context
        Run.of(Hook.BEGIN).fromUserCallOn(future.method("run"), CALLABLE);
        Run.of(Hook.BEGIN_ONE)
                .endedBy(Hook.END_ONE, Hook.END_ONE_FAILED)
                .aroundUserCalls(future.method("runAndReset"), CALLABLE);
        Patterns.cancels(future.method("cancel"));
    }
}
