package dev.longstack.agent.weave;

import static dev.longstack.agent.weave.Insert.self;
import static dev.longstack.agent.weave.Insert.top;

import dev.longstack.propagate.TaskHooks;
import dev.longstack.propagate.ThreadHooks;
import java.util.Map;
import java.util.function.Predicate;
import org.objectweb.asm.tree.MethodInsnNode;

/** Platform and virtual threads. Their classes are loaded before any agent, so only bodies change. */
final class ThreadWeaving {
    private static final String THREAD = "java/lang/Thread";
    private static final String VIRTUAL_THREAD = "java/lang/VirtualThread";

    private ThreadWeaving() {}

    static Map<String, Weaving> platform() {
        return Map.of(THREAD, ThreadWeaving::thread);
    }

    static Map<String, Weaving> virtual() {
        return Map.of(VIRTUAL_THREAD, ThreadWeaving::virtualThread);
    }

    private static void thread(WovenClass woven) {
        Insert target = woven.hasField("target")
                ? self().local(0).field(THREAD, "target", "Ljava/lang/Runnable;")
                : self().local(0)
                        .field(THREAD, "holder", "Ljava/lang/Thread$FieldHolder;")
                        .field("java/lang/Thread$FieldHolder", "task", "Ljava/lang/Runnable;");
        for (WovenMethod start : woven.methods("start")) {
            start.aroundCalls(
                    named("start0"),
                    target.hook(ThreadHooks.class, "starting", Thread.class, Object.class),
                    Insert.NOTHING,
                    self().hook(ThreadHooks.class, "notStarted", Thread.class));
        }
        woven.method("run")
                .aroundCalls(
                        named("runWith").or(named("run")),
                        self().hook(ThreadHooks.class, "begin", Thread.class).then(Intercepting.lastArgument(self())),
                        self().hook(TaskHooks.class, "end", Object.class),
                        top().local(0).swap().hook(TaskHooks.class, "endFailed", Object.class, Throwable.class));
    }

    /** A method that starts threads of a pool: they are nobody's. */
    static void startsWorkers(WovenMethod method) {
        Insert started = Insert.NOTHING.hook(ThreadHooks.class, "startedWorker");
        method.aroundBody(Insert.NOTHING.hook(ThreadHooks.class, "startingWorker"), started, started);
    }

    /** A class that extends Thread and has a run of its own. */
    static void subclass(WovenClass woven) {
        woven.methods("run", parameters -> parameters.length == 0)
                .get(0)
                .aroundBody(
                        self().hook(ThreadHooks.class, "begin", Thread.class),
                        self().hook(TaskHooks.class, "end", Object.class),
                        top().local(0).swap().hook(TaskHooks.class, "endFailed", Object.class, Throwable.class));
    }

    private static void virtualThread(WovenClass woven) {
        for (WovenMethod constructor : woven.methods("<init>")) {
            int task = constructor.slot(constructor.parameters() - 1);
            constructor.beforeReturn(self().local(0)
                    .field(VIRTUAL_THREAD, "scheduler", "Ljava/util/concurrent/Executor;")
                    .local(task)
                    .hook(ThreadHooks.class, "constructed", Thread.class, Object.class, Object.class));
        }
        woven.methods("start", parameters -> parameters.length == 1)
                .forEach(start -> start.aroundBody(
                        self().hook(ThreadHooks.class, "startingVirtual", Thread.class),
                        Insert.NOTHING,
                        self().hook(ThreadHooks.class, "notStarted", Thread.class)));
        woven.methods("run", parameters -> parameters.length == 1)
                .forEach(run -> run.aroundCalls(
                        named("runWith"),
                        self().hook(ThreadHooks.class, "begin", Thread.class).then(Intercepting.lastArgument(self())),
                        self().hook(ThreadHooks.class, "endVirtual", Thread.class),
                        top().local(0)
                                .swap()
                                .hook(ThreadHooks.class, "endVirtualFailed", Thread.class, Throwable.class)));
    }

    private static Predicate<MethodInsnNode> named(String name) {
        return call -> call.name.equals(name);
    }
}
