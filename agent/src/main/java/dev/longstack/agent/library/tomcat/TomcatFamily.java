package dev.longstack.agent.library.tomcat;

import static dev.longstack.agent.weave.Insert.self;
import static dev.longstack.agent.weave.Insert.top;

import dev.longstack.agent.weave.Calls;
import dev.longstack.agent.weave.Exchanges;
import dev.longstack.agent.weave.Family;
import dev.longstack.agent.weave.Hook;
import dev.longstack.agent.weave.Insert;
import dev.longstack.agent.weave.Members;
import dev.longstack.agent.weave.Patterns;
import dev.longstack.agent.weave.Run;
import dev.longstack.agent.weave.WovenClass;
import dev.longstack.agent.weave.WovenMethod;

/**
 * Tomcat from 9 on: each exchange passes the adapter between connector and container, again for each asynchronous dispatch,
 * listener and error page. The connector's request stands for the exchange, until the container's is made ready for the next.
 */
public final class TomcatFamily {
    private static final String ADAPTER = "org/apache/catalina/connector/CoyoteAdapter";
    private static final String CONTAINERS = "org/apache/catalina/connector/Request";
    private static final String CONNECTORS = "org/apache/coyote/Request";
    private static final String ASYNCHRONOUS = "org/apache/catalina/core/AsyncContextImpl";
    private static final String POOL = "org/apache/tomcat/util/threads/ThreadPoolExecutor";
    private static final String WORKER = POOL + "$Worker";
    private static final String OWN = "org.apache.tomcat. org.apache.catalina. org.apache.coyote.";
    private static final String BYTES = "org/apache/tomcat/util/buf/MessageBytes";

    public static final Family FAMILY = Family.named(
                    "tomcat",
                    "HTTP exchanges of Tomcat, including asynchronous ones; tasks that applications submit to its thread pools")
            .weaves(ADAPTER, TomcatFamily::adapter)
            .weaves(CONTAINERS, TomcatFamily::request)
            .weaves(ASYNCHRONOUS, Exchanges::asynchronous)
            .weaves(ASYNCHRONOUS, TomcatFamily::asynchronous)
            .weaves(POOL, TomcatFamily::pool)
            .weaves(WORKER, TomcatFamily::worker, Members.LIBRARY_TOKEN)
            // where it keeps what is used again
            .takesItsOwn("org.apache.tomcat.util.http.ConcurrentDateFormat")
            .takesItsOwn("org.apache.tomcat.util.security.ConcurrentMessageDigest")
            .takesItsOwn("org.apache.catalina.util.ConcurrentDateFormat")
            .takesItsOwn("org.apache.catalina.util.SessionIdGeneratorBase")
            .takesItsOwn("org.apache.catalina.session.ManagerBase")
            .declared();

    private TomcatFamily() {}

    private static void adapter(WovenClass adapter) {
        WovenMethod service = adapter.method("service");
        Insert request = service.argument(0);
        Exchanges.enters(service, request, text(request, "method"), text(request, "requestURI"));
        WovenMethod again = adapter.method("asyncDispatch");
        Exchanges.resumes(again, again.argument(0));
    }

    /** What the request says of itself. */
    private static Insert text(Insert request, String method) {
        return request.invoke(CONNECTORS, method, "()L" + BYTES + ";")
                .invoke(BYTES, "toString", "()Ljava/lang/String;");
    }

    private static void request(WovenClass request) {
        Exchanges.ends(request.method("recycle"), connectors(self()));
    }

    private static Insert connectors(Insert containers) {
        return containers.invoke(CONTAINERS, "getCoyoteRequest", "()L" + CONNECTORS + ";");
    }

    /** A fork of the JDK's; of older versions it is a subclass, and inherits all that is woven. */
    private static void pool(WovenClass pool) {
        if (!pool.hasMethod("runWorker")) {
            return;
        }
        Insert queue = self().field(POOL, "workQueue", "Ljava/util/concurrent/BlockingQueue;");
        pool.methods("execute", parameters -> parameters.length == 1)
                .forEach(execute -> Patterns.executesForOthers(execute, queue, "ThreadPoolExecutor.execute", OWN));
        pool.methodsIfAny("executeInternal")
                .forEach(execute -> execute.atEntry(execute.argument(0).call(Hook.HANDED_ON)));
        Patterns.startsWorkers(pool.method("addWorker"));
        WovenMethod remove = pool.method("remove");
        remove.beforeReturn(top().and(remove.argument(0)).call(Hook.REMOVED));
        pool.method("drainQueue").beforeReturn(top().call(Hook.REMOVED_ALL));
        runs(pool.method("runWorker"));
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

    private static void asynchronous(WovenClass context) {
        Insert request = self().field(ASYNCHRONOUS, "request", "L" + CONTAINERS + ";");
        Exchanges.completes(context.method("fireOnComplete"), connectors(request));
    }
}
