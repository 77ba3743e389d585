package dev.longstack.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shipped list of places that must not inherit: work that a library does for itself, started by whichever request needed
 * it first. Matched by the beginning of the task's class name, once a call site.
 */
final class NotInherited {
    private static final List<String> SHIPPED = List.of(
            // connections and what looks after them
            "com.zaxxer.hikari.pool.HikariPool$",
            "com.mchange.v2.",
            "org.apache.commons.pool2.impl.EvictionTimer",
            "org.apache.commons.pool2.impl.BaseGenericObjectPool$Evictor",
            "org.apache.tomcat.jdbc.pool.",
            "okhttp3.ConnectionPool",
            "okhttp3.internal.concurrent.TaskRunner",
            "okhttp3.internal.connection.RealConnectionPool",
            "com.mysql.cj.jdbc.AbandonedConnectionCleanupThread",
            "com.mongodb.internal.connection.",
            "com.rabbitmq.client.impl.AMQConnection$MainLoop",
            "org.apache.kafka.clients.producer.internals.Sender",
            "org.apache.kafka.common.utils.KafkaThread",
            "com.amazonaws.http.IdleConnectionReaper",
            "software.amazon.awssdk.http.apache.internal.conn.IdleConnectionReaper",
            // event loops and schedulers of libraries
            "io.netty.util.concurrent.SingleThreadEventExecutor",
            "io.netty.util.concurrent.GlobalEventExecutor",
            "io.netty.util.concurrent.ThreadPerTaskExecutor",
            "io.netty.util.HashedWheelTimer$Worker",
            "io.reactivex.internal.schedulers.",
            "io.reactivex.rxjava3.internal.schedulers.SchedulerPoolFactory",
            "io.reactivex.rxjava3.internal.schedulers.IoScheduler$CachedWorkerPool",
            "kotlinx.coroutines.DefaultExecutor",
            "kotlinx.coroutines.scheduling.CoroutineScheduler",
            // caches and references
            "com.github.benmanes.caffeine.cache.BoundedLocalCache$PerformCleanupTask",
            "com.google.common.base.internal.Finalizer",
            // telemetry
            "io.opentelemetry.sdk.",
            "io.micrometer.core.instrument.",
            "org.apache.logging.log4j.core.",
            "ch.qos.logback.core.");

    private static final List<String> ADDED = List.of(added());

    private NotInherited() {}

    /** The setting: further beginnings of names, separated by commas. */
    private static String[] added() {
        String text = System.getProperty("longstack.notInherited", "").trim();
        return text.isEmpty() ? new String[0] : text.split("\\s*,\\s*");
    }

    static boolean inherits(@Nullable Class<?> taskClass) {
        if (taskClass == null) {
            return true;
        }
        String name = taskClass.getName();
        return SHIPPED.stream().noneMatch(name::startsWith) && ADDED.stream().noneMatch(name::startsWith);
    }
}
