package dev.longstack.agent.jdk.executors;

import static dev.longstack.agent.weave.Insert.NOTHING;
import static dev.longstack.agent.weave.Insert.second;
import static dev.longstack.agent.weave.Insert.self;
import static dev.longstack.agent.weave.Insert.top;

import dev.longstack.agent.weave.Calls;
import dev.longstack.agent.weave.Family;
import dev.longstack.agent.weave.Hook;
import dev.longstack.agent.weave.Insert;
import dev.longstack.agent.weave.Members;
import dev.longstack.agent.weave.Patterns;
import dev.longstack.agent.weave.Run;
import dev.longstack.agent.weave.WovenClass;
import dev.longstack.agent.weave.WovenMethod;
import dev.longstack.propagate.hooks.QueueHooks;
import java.util.List;
import java.util.Set;

/** ThreadPoolExecutor with its worker and LinkedBlockingQueue, the {@code submit} methods, thread-per-task executors. */
public final class ExecutorsFamily {
    private static final String PACKAGE = "java/util/concurrent/";
    private static final String POOL = PACKAGE + "ThreadPoolExecutor";
    private static final String WORKER = POOL + "$Worker";
    private static final String QUEUE = PACKAGE + "LinkedBlockingQueue";
    private static final String NODE = QUEUE + "$Node";
    private static final String PER_TASK = PACKAGE + "ThreadPerTaskExecutor";

    public static final Family FAMILY = Family.named(
                    "executors",
                    "ThreadPoolExecutor and its queue; `submit`, `invokeAll` and `invokeAny` of every ExecutorService;"
                            + " CompletionService; thread-per-task executors")
            .weaves(POOL, ExecutorsFamily::pool)
            .weaves(WORKER, ExecutorsFamily::worker, Members.TOKEN)
            .weaves(NODE, ExecutorsFamily::node, Members.TOKEN)
            .weaves(QUEUE, ExecutorsFamily::queue)
            .weaves(PACKAGE + "AbstractExecutorService", ExecutorsFamily::anyExecutor)
            .weaves(PACKAGE + "ExecutorCompletionService", ExecutorsFamily::completionService)
            .startsThreadPerTask(PER_TASK, "execute", "ThreadPerTaskExecutor.execute")
            .startsThreadPerTask(PER_TASK, "submit", "ThreadPerTaskExecutor.submit")
            .startsThreadPerTaskOfMany(PER_TASK, "invokeAll", "ThreadPerTaskExecutor.invokeAll")
            .startsThreadPerTaskOfMany(PER_TASK, "invokeAny", "ThreadPerTaskExecutor.invokeAny")
            .onceWoven(Set.of(NODE, QUEUE), () -> QueueHooks.linkedNodesCarry())
            .declared();

    private ExecutorsFamily() {}

    private static void pool(WovenClass pool) {
        executes(pool.method("execute"));
        rejects(pool.method("reject"));
        Patterns.startsWorkers(pool.method("addWorker"));
        WovenMethod remove = pool.method("remove");
        remove.beforeReturn(top().and(remove.argument(0)).call(Hook.REMOVED));
        pool.method("drainQueue").beforeReturn(top().call(Hook.REMOVED_ALL));
        runs(pool.method("runWorker"));
    }

    private static void executes(WovenMethod execute) {
        Insert queue = self().field(POOL, "workQueue", "Ljava/util/concurrent/BlockingQueue;");
        // other agents put objects of theirs around the command in between
        for (String method : List.of("remove", "reject")) {
            execute.besideCalls(Calls.to(POOL, method), top().call(Hook.HANDED_ON), NOTHING);
        }
        execute.besideCalls(Calls.to(PACKAGE + "BlockingQueue", "offer"), top().call(Hook.HANDED_ON), NOTHING);
        execute.besideCalls(Calls.to(POOL, "addWorker"), second().call(Hook.HANDED_ON), NOTHING);
        execute.aroundBody(execute.argument(0).and(queue).call(Hook.EXECUTING), NOTHING.call(Hook.EXECUTED));
    }

    private static void rejects(WovenMethod reject) {
        Insert command = reject.argument(0);
        reject.aroundBody(command.call(Hook.REJECTING), NOTHING, command.call(Hook.REJECTED));
    }

    private static void runs(WovenMethod runWorker) {
        Insert worker = runWorker.argument(0);
        Run.of(worker, worker.andTop().call(Hook.BEGIN_TASK))
                .aroundUserCalls(runWorker, Calls.to("java/lang/Runnable", "run"));
        Insert firstTask = worker.field(WORKER, "firstTask", "Ljava/lang/Runnable;");
        runWorker.atEntry(worker.and(firstTask).call(Hook.TAKEN));
    }

    private static void worker(WovenClass worker) {
        WovenMethod constructor = worker.constructor();
        // after the pool that it is an inner class of
        Patterns.offered(constructor, constructor.argument(1));
    }

    private static void node(WovenClass node) {
        WovenMethod constructor = node.constructor();
        Patterns.offered(constructor, constructor.argument(0));
    }

    private static void queue(WovenClass queue) {
        Patterns.takes(queue.method("dequeue"), self().field(QUEUE, "head", "L" + NODE + ";"));
        WovenMethod unlink = queue.method("unlink");
        unlink.atEntry(unlink.argument(0).call(Hook.DROPPED));
        // p.item = null: the node and null are on the stack
        queue.methods("drainTo", parameters -> parameters.length == 2)
                .forEach(method -> method.beforeStores(NODE, "item", second().call(Hook.DROPPED)));
    }

    private static void anyExecutor(WovenClass executor) {
        executor.methods("submit").forEach(method -> Patterns.schedules(method, "ExecutorService.submit"));
        for (String name : List.of("invokeAll", "invokeAny")) {
            executor.methods(name).forEach(method -> Patterns.schedulesAll(method, "ExecutorService." + name));
        }
    }

    private static void completionService(WovenClass service) {
        service.methods("submit").forEach(method -> Patterns.schedules(method, "CompletionService.submit"));
    }
}
