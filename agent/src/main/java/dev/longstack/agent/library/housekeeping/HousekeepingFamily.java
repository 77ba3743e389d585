package dev.longstack.agent.library.housekeeping;

import dev.longstack.agent.weave.Family;
import java.util.List;

/**
 * Work that libraries hand to pools, schedulers and timers for themselves, on account of whichever request came first. Only what
 * libraries do on threads of their own is not here: what such a thread creates is nobody's anyway.
 */
public final class HousekeepingFamily {
    private record Work(String reason, List<String> classes) {}

    private static final List<Work> OWN = List.of(
            new Work(
                    "maintains connections",
                    List.of(
                            "com.zaxxer.hikari.pool.HikariPool$HouseKeeper",
                            "com.zaxxer.hikari.pool.HikariPool$KeepaliveTask",
                            "com.zaxxer.hikari.pool.HikariPool$MaxLifetimeTask",
                            "com.mchange.v2.async.ThreadPoolAsynchronousRunner$DeadlockDetector",
                            "com.mchange.v2.resourcepool.BasicResourcePool$CheckIdleResourcesTask",
                            "com.mchange.v2.resourcepool.BasicResourcePool$CullTask",
                            "com.mongodb.internal.connection.DefaultConnectionPool$BackgroundMaintenanceManager$$Lambda",
                            "com.mysql.cj.jdbc.AbandonedConnectionCleanupThread",
                            "com.rabbitmq.client.impl.DefaultHeartbeatSender$HeartbeatRunnable",
                            "io.grpc.internal.Rescheduler$FutureRunnable",
                            "org.apache.commons.pool2.impl.EvictionTimer$Reaper",
                            "org.apache.commons.pool2.impl.EvictionTimer$WeakRunner",
                            "org.apache.tomcat.jdbc.pool.ConnectionPool$PoolCleaner",
                            "software.amazon.awssdk.http.apache.internal.conn.IdleConnectionReaper$ReaperTask")),
            new Work(
                    "opens connections for later callers",
                    List.of(
                            "com.mongodb.internal.connection.DefaultConnectionPool$AsyncWorkManager$$Lambda",
                            "com.zaxxer.hikari.pool.HikariPool$PoolEntryCreator")),
            new Work(
                    "resolves server addresses for all calls",
                    List.of(
                            "io.grpc.internal.DnsNameResolver$Resolve",
                            "redis.clients.jedis.JedisClusterInfoCache$TopologyRefreshTask")),
            new Work("runs the event loop of all connections", List.of("com.rabbitmq.client.impl.nio.NioLoop")),
            new Work(
                    "maintains a cache",
                    List.of(
                            "com.github.benmanes.caffeine.cache.BoundedLocalCache$PerformCleanupTask",
                            "com.github.benmanes.caffeine.cache.ExecutorServiceScheduler$$Lambda",
                            "com.mongodb.internal.connection.PowerOfTwoBufferPool$$Lambda")),
            new Work(
                    "evicts idle workers from the pool",
                    List.of("reactor.core.scheduler.BoundedElasticScheduler$$Lambda")),
            new Work(
                    "exports or expires metrics",
                    List.of(
                            "io.opentelemetry.sdk.metrics.export.PeriodicMetricReader$$Lambda",
                            "org.apache.kafka.common.metrics.Metrics$ExpireSensorTask")),
            new Work(
                    "rolls over log files or watches their configuration",
                    List.of(
                            "ch.qos.logback.core.rolling.helper.Compressor$CompressionRunnable",
                            "ch.qos.logback.core.rolling.helper.TimeBasedArchiveRemover$ArchiveRemoverRunnable",
                            "org.apache.logging.log4j.core.appender.rolling.RollingFileManager$AsyncAction",
                            "org.apache.logging.log4j.core.appender.routing.IdlePurgePolicy",
                            "org.apache.logging.log4j.core.config.ConfigurationScheduler$CronRunnable",
                            "org.apache.logging.log4j.core.util.WatchManager$WatchRunnable")));

    public static final Family FAMILY = declaration().declared();

    private HousekeepingFamily() {}

    private static Family.Declaration declaration() {
        Family.Declaration family = Family.named(
                "housekeeping",
                "nothing; keeps the background work of connection pools, caches, drivers and telemetry out of requests");
        for (Work work : OWN) {
            work.classes().forEach(each -> family.doesForItself(each, work.reason()));
        }
        // a connection that is handed over is not work
        for (String owner :
                List.of("com.googlecode", "io.opentelemetry.javaagent.shaded.instrumentation.api.internal.cache")) {
            family.takesItsOwn(owner + ".concurrentlinkedhashmap.ConcurrentLinkedHashMap");
        }
        family.takesItsOwn("com.zaxxer.hikari.util.ConcurrentBag");
        family.takesItsOwn("org.apache.tomcat.jdbc.pool.ConnectionPool");
        return family;
    }
}
