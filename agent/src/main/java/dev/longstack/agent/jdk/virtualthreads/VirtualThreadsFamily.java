package dev.longstack.agent.jdk.virtualthreads;

import static dev.longstack.agent.weave.Insert.NOTHING;
import static dev.longstack.agent.weave.Insert.self;

import dev.longstack.agent.weave.Calls;
import dev.longstack.agent.weave.Family;
import dev.longstack.agent.weave.Hook;
import dev.longstack.agent.weave.Insert;
import dev.longstack.agent.weave.Run;
import dev.longstack.agent.weave.WovenClass;
import dev.longstack.agent.weave.WovenMethod;
import dev.longstack.record.Faults;
import dev.longstack.record.ThreadLocals;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;

/** Virtual threads: the token goes into the new thread's own thread locals, since there may be a million of them. */
public final class VirtualThreadsFamily {
    private static final String THREAD = "java/lang/VirtualThread";

    public static final Family FAMILY = Family.named("virtual-threads", "virtual threads, from JDK 21 on")
            .weaves(THREAD, VirtualThreadsFamily::thread)
            .whenStarted(VirtualThreadsFamily::openThreadLocals)
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

    /** Where the JDK does not let us, tokens of virtual threads go beside. */
    private static void openThreadLocals(Instrumentation instrumentation) {
        try {
            instrumentation.redefineModule(
                    Object.class.getModule(),
                    Set.of(),
                    Map.of(),
                    Map.of("java.lang", Set.of(VirtualThreadsFamily.class.getModule())),
                    Set.of(),
                    Map.of());
            Method createMap = ThreadLocal.class.getDeclaredMethod("createMap", Thread.class, Object.class);
            createMap.setAccessible(true);
            ThreadLocals.use(MethodHandles.lookup()
                    .unreflect(createMap)
                    .asType(MethodType.methodType(void.class, ThreadLocal.class, Thread.class, Object.class)));
        } catch (ReflectiveOperationException | RuntimeException e) {
            Faults.swallow(e);
        }
    }
}
