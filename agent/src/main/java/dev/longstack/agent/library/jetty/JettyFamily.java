package dev.longstack.agent.library.jetty;

import static dev.longstack.agent.weave.Insert.NOTHING;
import static dev.longstack.agent.weave.Insert.self;
import static dev.longstack.agent.weave.Insert.top;

import dev.longstack.agent.weave.Calls;
import dev.longstack.agent.weave.Exchanges;
import dev.longstack.agent.weave.Family;
import dev.longstack.agent.weave.Hook;
import dev.longstack.agent.weave.Insert;
import dev.longstack.agent.weave.Patterns;
import dev.longstack.agent.weave.Run;
import dev.longstack.agent.weave.WovenClass;
import dev.longstack.agent.weave.WovenMethod;
import java.util.List;

/**
 * Jetty from 9 on: the channel handles an exchange, again for each asynchronous dispatch, and is used again for the next one. It
 * stands for the exchange until that is completed.
 */
public final class JettyFamily {
    private static final List<String> CHANNELS = List.of(
            "org/eclipse/jetty/ee11/servlet/ServletChannel",
            "org/eclipse/jetty/ee10/servlet/ServletChannel",
            "org/eclipse/jetty/ee9/nested/HttpChannel",
            "org/eclipse/jetty/ee8/nested/HttpChannel",
            "org/eclipse/jetty/server/HttpChannel");
    private static final List<String> ASYNCHRONOUS = List.of(
            "org/eclipse/jetty/ee11/servlet/AsyncContextState",
            "org/eclipse/jetty/ee10/servlet/AsyncContextState",
            "org/eclipse/jetty/ee9/nested/AsyncContextState",
            "org/eclipse/jetty/ee8/nested/AsyncContextState",
            "org/eclipse/jetty/server/AsyncContextState");

    private static final List<String> POOLED = List.of(
            "org.eclipse.jetty.io.internal.QueuedPool",
            "org.eclipse.jetty.io.ByteBufferPool$Bucket",
            "org.eclipse.jetty.util.compression.CompressionPool");
    private static final String POOL = "org/eclipse/jetty/util/thread/QueuedThreadPool";

    public static final Family FAMILY = declaration().declared();

    private JettyFamily() {}

    private static Family.Declaration declaration() {
        Family.Declaration family = Family.named(
                "jetty",
                "HTTP exchanges of servlets in Jetty, including asynchronous ones; tasks that applications submit to its thread pool");
        CHANNELS.forEach(channel -> family.weaves(channel, JettyFamily::channel));
        ASYNCHRONOUS.forEach(context -> family.weaves(context, Exchanges::asynchronous));
        family.weaves(POOL, JettyFamily::pool);
        // where it keeps what is used again
        POOLED.forEach(family::takesItsOwn);
        return family;
    }

    private static void pool(WovenClass pool) {
        Insert queue = self().field(POOL, "_jobs", "Ljava/util/concurrent/BlockingQueue;");
        Patterns.executesForOthers(pool.method("execute"), queue, "QueuedThreadPool.execute", "org.eclipse.jetty.");
        pool.method("execute")
                .besideCalls(
                        Calls.to("java/util/concurrent/BlockingQueue", "offer"), top().call(Hook.HANDED_ON), NOTHING);
        pool.methodsIfAny("startThread").forEach(Patterns::startsWorkers);
        WovenMethod runJob = pool.method("runJob");
        Insert job = runJob.argument(0);
        Run.of(job, job.andTop().call(Hook.BEGIN_TASK)).aroundUserCalls(runJob, Calls.to("java/lang/Runnable", "run"));
    }

    private static void channel(WovenClass channel) {
        channel.methods("handle", parameters -> parameters.length == 0)
                .forEach(handle -> Exchanges.entersOrResumes(handle, self()));
        Exchanges.ends(channel.method("onCompleted"), self());
        channel.methodsIfAny("recycle").forEach(recycle -> Exchanges.ends(recycle, self()));
    }
}
