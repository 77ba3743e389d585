package dev.longstack.agent.weave;

import static dev.longstack.agent.weave.Insert.load;
import static dev.longstack.agent.weave.Insert.second;
import static dev.longstack.agent.weave.Insert.self;
import static dev.longstack.agent.weave.Insert.text;
import static dev.longstack.agent.weave.Insert.top;

import dev.longstack.propagate.QueueHooks;
import dev.longstack.propagate.TaskHooks;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/** ThreadPoolExecutor with its worker and LinkedBlockingQueue, the {@code submit} methods, thread-per-task executors. */
final class ExecutorWeaving {
    private static final String PACKAGE = "java/util/concurrent/";
    private static final String POOL = PACKAGE + "ThreadPoolExecutor";
    private static final String WORKER = POOL + "$Worker";
    private static final String LINKED_QUEUE = PACKAGE + "LinkedBlockingQueue";
    private static final String LINKED_NODE = LINKED_QUEUE + "$Node";
    private static final String PER_TASK = PACKAGE + "ThreadPerTaskExecutor";

    private static volatile boolean nodeWoven;
    private static volatile boolean queueWoven;

    private ExecutorWeaving() {}

    static Map<String, Weaving> classes() {
        return Map.of(
                POOL,
                ExecutorWeaving::pool,
                WORKER,
                ExecutorWeaving::worker,
                LINKED_NODE,
                ExecutorWeaving::linkedNode,
                LINKED_QUEUE,
                ExecutorWeaving::linkedQueue,
                PACKAGE + "AbstractExecutorService",
                woven -> submits(woven, "ExecutorService"),
                PACKAGE + "ExecutorCompletionService",
                woven -> woven.methods("submit").forEach(method -> schedules(method, "CompletionService.submit")),
                PER_TASK,
                ExecutorWeaving::perTask);
    }

    private static void pool(WovenClass woven) {
        Insert executed = Insert.NOTHING.hook(QueueHooks.class, "executed");
        woven.method("execute")
                .aroundBody(
                        load(1).local(0)
                                .field(POOL, "workQueue", "Ljava/util/concurrent/BlockingQueue;")
                                .hook(QueueHooks.class, "executing", Object.class, Queue.class),
                        executed,
                        executed);
        woven.method("reject")
                .aroundBody(
                        load(1).hook(QueueHooks.class, "rejecting", Object.class),
                        Insert.NOTHING,
                        load(1).hook(QueueHooks.class, "rejected", Object.class));
        ThreadWeaving.startsWorkers(woven.method("addWorker"));
        woven.method("remove")
                .beforeReturn(top().local(1).hook(QueueHooks.class, "removed", boolean.class, Object.class));
        woven.method("drainQueue").beforeReturn(top().hook(QueueHooks.class, "removedAll", List.class));
        WovenMethod runWorker = woven.method("runWorker");
        runWorker.aroundRuns(
                call -> call.owner.equals("java/lang/Runnable") && call.name.equals("run"),
                top().local(1).swap().hook(QueueHooks.class, "beginTask", Object.class, Object.class),
                load(1),
                load(1).hook(TaskHooks.class, "end", Object.class),
                top().local(1).swap().hook(TaskHooks.class, "endFailed", Object.class, Throwable.class));
        runWorker.atEntry(load(1).local(1)
                .field(WORKER, "firstTask", "Ljava/lang/Runnable;")
                .hook(QueueHooks.class, "taken", Object.class, Object.class));
    }

    private static void worker(WovenClass woven) {
        woven.makeCarrier();
        woven.method("<init>")
                .beforeReturn(self().local(2).hook(QueueHooks.class, "offered", Object.class, Object.class));
    }

    private static void linkedNode(WovenClass woven) {
        woven.makeCarrier();
        woven.method("<init>")
                .beforeReturn(self().local(1).hook(QueueHooks.class, "offered", Object.class, Object.class));
        nodeWoven = woven.carries();
        useNodesIfBothAreWoven();
    }

    private static void linkedQueue(WovenClass woven) {
        String nodeType = "L" + LINKED_NODE + ";";
        woven.method("dequeue")
                .beforeReturn(top().local(0)
                        .field(LINKED_QUEUE, "head", nodeType)
                        .swap()
                        .hook(QueueHooks.class, "taken", Object.class, Object.class));
        woven.method("unlink").atEntry(load(1).hook(QueueHooks.class, "dropped", Object.class));
        // p.item = null: the node and null are on the stack
        woven.methods("drainTo", parameters -> parameters.length == 2)
                .forEach(method -> method.beforeStores(
                        LINKED_NODE, "item", second().hook(QueueHooks.class, "dropped", Object.class)));
        queueWoven = true;
        useNodesIfBothAreWoven();
    }

    private static void useNodesIfBothAreWoven() {
        if (nodeWoven && queueWoven) {
            QueueHooks.linkedNodesCarry();
        }
    }

    private static void submits(WovenClass woven, String type) {
        woven.methods("submit").forEach(method -> schedules(method, type + ".submit"));
        for (String name : List.of("invokeAll", "invokeAny")) {
            woven.methods(name).forEach(method -> schedulesAll(method, type + "." + name));
        }
    }

    private static void perTask(WovenClass woven) {
        submits(woven, "ThreadPerTaskExecutor");
        schedules(woven.method("execute"), "ThreadPerTaskExecutor.execute");
    }

    /** A method that creates any number of contexts, all by its name. */
    static void schedulesAll(WovenMethod method, String operation) {
        Insert scheduled = Insert.NOTHING.hook(TaskHooks.class, "scheduled");
        method.aroundBody(text(operation).hook(TaskHooks.class, "schedulingAll", String.class), scheduled, scheduled);
    }

    static void schedules(WovenMethod method, String operation) {
        Insert scheduled = Insert.NOTHING.hook(TaskHooks.class, "scheduled");
        method.aroundBody(
                text(operation).local(1).hook(TaskHooks.class, "scheduling", String.class, Object.class),
                scheduled,
                scheduled);
    }
}
