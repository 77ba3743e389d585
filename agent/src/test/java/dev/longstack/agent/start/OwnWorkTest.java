package dev.longstack.agent.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longstack.agent.weave.Family;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** What is said of the work that libraries do for themselves, held against the code of the libraries. */
class OwnWorkTest {
    private static final String LAMBDAS = "$$Lambda";
    private static final List<String> RUN = List.of("java/lang/Runnable", "java/util/concurrent/Callable");

    /** Of each class: where a task of exactly this class is handed over, and to what. */
    private static final String HANDED_OVER = """
            ch.qos.logback.core.rolling.helper.Compressor$CompressionRunnable | Compressor.asyncCompress | ExecutorService.submit
            ch.qos.logback.core.rolling.helper.TimeBasedArchiveRemover$ArchiveRemoverRunnable | TimeBasedArchiveRemover.cleanAsynchronously | ExecutorService.submit
            com.github.benmanes.caffeine.cache.BoundedLocalCache$PerformCleanupTask | BoundedLocalCache.scheduleDrainBuffers | Executor.execute
            com.github.benmanes.caffeine.cache.ExecutorServiceScheduler$$Lambda | ExecutorServiceScheduler.schedule | ScheduledExecutorService.schedule
            com.mchange.v2.async.ThreadPoolAsynchronousRunner$DeadlockDetector | ThreadPoolAsynchronousRunner.<init> | Timer.schedule
            com.mchange.v2.resourcepool.BasicResourcePool$CheckIdleResourcesTask | BasicResourcePool.<init> | Timer.schedule
            com.mchange.v2.resourcepool.BasicResourcePool$CullTask | BasicResourcePool.<init> | Timer.schedule
            com.mongodb.internal.connection.DefaultConnectionPool$AsyncWorkManager$$Lambda | DefaultConnectionPool$AsyncWorkManager.initUnlessClosed | ExecutorService.execute
            com.mongodb.internal.connection.DefaultConnectionPool$BackgroundMaintenanceManager$$Lambda | DefaultConnectionPool$BackgroundMaintenanceManager.lambda$start$0 | ScheduledExecutorService.scheduleAtFixedRate
            com.mongodb.internal.connection.PowerOfTwoBufferPool$$Lambda | PowerOfTwoBufferPool.enablePruning | ScheduledExecutorService.scheduleAtFixedRate
            com.mysql.cj.jdbc.AbandonedConnectionCleanupThread | AbandonedConnectionCleanupThread.<clinit> | ExecutorService.execute
            com.rabbitmq.client.impl.DefaultHeartbeatSender$HeartbeatRunnable | DefaultHeartbeatSender.setHeartbeat | ScheduledExecutorService.scheduleAtFixedRate
            com.rabbitmq.client.impl.nio.NioLoop | NioLoopContext.startIoLoops | ExecutorService.submit
            com.zaxxer.hikari.pool.HikariPool$HouseKeeper | HikariPool.<init> | ScheduledExecutorService.scheduleWithFixedDelay
            com.zaxxer.hikari.pool.HikariPool$KeepaliveTask | HikariPool.createPoolEntry | ScheduledExecutorService.scheduleWithFixedDelay
            com.zaxxer.hikari.pool.HikariPool$MaxLifetimeTask | HikariPool.createPoolEntry | ScheduledExecutorService.schedule
            com.zaxxer.hikari.pool.HikariPool$PoolEntryCreator | HikariPool.addBagItem | ThreadPoolExecutor.submit
            io.grpc.internal.DnsNameResolver$Resolve | DnsNameResolver.resolve | Executor.execute
            io.grpc.internal.Rescheduler$FutureRunnable | Rescheduler.reschedule | ScheduledExecutorService.schedule
            io.micrometer.core.instrument.HighCardinalityTagsDetector$$Lambda | HighCardinalityTagsDetector.start | ScheduledExecutorService.scheduleWithFixedDelay
            io.micrometer.core.instrument.binder.kafka.KafkaMetrics$$Lambda | KafkaMetrics.bindTo | ScheduledExecutorService.scheduleAtFixedRate
            io.micrometer.core.instrument.push.PushMeterRegistry$$Lambda | PushMeterRegistry.start | ScheduledExecutorService.scheduleAtFixedRate
            io.micrometer.core.instrument.step.StepMeterRegistry$$Lambda | StepMeterRegistry.start | ScheduledExecutorService.scheduleAtFixedRate
            io.opentelemetry.sdk.metrics.export.PeriodicMetricReader$$Lambda | PeriodicMetricReader.start | ScheduledExecutorService.scheduleAtFixedRate
            io.reactivex.internal.schedulers.IoScheduler$CachedWorkerPool | IoScheduler$CachedWorkerPool.<init> | ScheduledExecutorService.scheduleWithFixedDelay
            io.reactivex.internal.schedulers.SchedulerPoolFactory$ScheduledTask | SchedulerPoolFactory.tryStart | ScheduledExecutorService.scheduleAtFixedRate
            io.reactivex.rxjava3.internal.schedulers.IoScheduler$CachedWorkerPool | IoScheduler$CachedWorkerPool.<init> | ScheduledExecutorService.scheduleWithFixedDelay
            okhttp3.internal.concurrent.TaskRunner$runnable$1 | TaskRunner.startAnotherThread | TaskRunner$Backend.execute
            org.apache.commons.pool2.impl.EvictionTimer$Reaper | EvictionTimer.schedule | ScheduledThreadPoolExecutor.scheduleAtFixedRate
            org.apache.commons.pool2.impl.EvictionTimer$WeakRunner | EvictionTimer.schedule | ScheduledThreadPoolExecutor.scheduleWithFixedDelay
            org.apache.kafka.common.metrics.Metrics$ExpireSensorTask | Metrics.<init> | ScheduledThreadPoolExecutor.scheduleAtFixedRate
            org.apache.logging.log4j.core.appender.rolling.RollingFileManager$AsyncAction | RollingFileManager.rollover | ExecutorService.execute
            org.apache.logging.log4j.core.appender.routing.IdlePurgePolicy | IdlePurgePolicy.scheduleNext | ConfigurationScheduler.schedule
            org.apache.logging.log4j.core.config.ConfigurationScheduler$CronRunnable | ConfigurationScheduler.scheduleWithCron | ConfigurationScheduler.schedule
            org.apache.logging.log4j.core.util.WatchManager$WatchRunnable | WatchManager.start | ConfigurationScheduler.scheduleWithFixedDelay
            org.apache.tomcat.jdbc.pool.ConnectionPool$PoolCleaner | ConnectionPool.registerCleaner | Timer.schedule
            reactor.core.scheduler.BoundedElasticScheduler$$Lambda | BoundedElasticScheduler.start | ScheduledExecutorService.scheduleAtFixedRate
            redis.clients.jedis.JedisClusterInfoCache$TopologyRefreshTask | JedisClusterInfoCache.<init> | ScheduledExecutorService.scheduleWithFixedDelay
            software.amazon.awssdk.http.apache.internal.conn.IdleConnectionReaper$ReaperTask | IdleConnectionReaper.setupExecutorIfNecessary | ExecutorService.execute
            """;

    private record HandOver(String className, String owner, String method, String callee) {
        static HandOver of(String line) {
            String[] parts = line.trim().split(" \\| ", -1);
            int dot = parts[1].lastIndexOf('.');
            String owner = parts[0].substring(0, parts[0].lastIndexOf('.') + 1) + parts[1].substring(0, dot);
            return new HandOver(parts[0], internal(owner), parts[1].substring(dot + 1), parts[2]);
        }
    }

    static Stream<HandOver> handOvers() {
        return HANDED_OVER.lines().map(HandOver::of);
    }

    @Test
    void eachIsHandedToSomebody() {
        Map<String, HandOver> known = handOvers().collect(Collectors.toMap(HandOver::className, Function.identity()));
        assertThat(Families.ownWork())
                .extracting(Family.OwnWork::className)
                .as("what is only run by a thread of its own need not be listed")
                .containsExactlyInAnyOrderElementsOf(known.keySet());
    }

    @ParameterizedTest
    @MethodSource("handOvers")
    void theLibraryHandsATaskOfExactlyThisClassOver(HandOver each) throws IOException {
        List<MethodNode> all = type(each.owner()).methods;
        List<MethodNode> methods =
                all.stream().filter(method -> method.name.equals(each.method())).toList();
        assertThat(methods)
                .as("%s.%s hands it to %s", each.owner(), each.method(), each.callee())
                .anyMatch(method -> calls(method, each.callee()));
        if (each.className().endsWith(LAMBDAS)) {
            assertThat(type(internal(each.className().replace(LAMBDAS, ""))).methods)
                    .as("makes a lambda that runs")
                    .anyMatch(OwnWorkTest::makesTask);
        } else {
            ClassNode task = type(internal(each.className()));
            assertThat(isTask(task)).as("can be run").isTrue();
            assertThat(all)
                    .filteredOn(method -> method.name.equals(each.method()) || method.name.equals("<init>"))
                    .as("the method makes it, or gets it from its object")
                    .anyMatch(method -> mentions(method, each.owner(), task));
        }
    }

    private static boolean calls(MethodNode method, String callee) {
        return stream(method)
                .anyMatch(each -> each instanceof MethodInsnNode call
                        && call.owner.endsWith("/" + callee.substring(0, callee.indexOf('.')))
                        && call.name.equals(callee.substring(callee.indexOf('.') + 1)));
    }

    private static boolean mentions(MethodNode method, String owner, ClassNode task) {
        return owner.equals(task.name)
                || method.desc.contains("L" + task.name + ";")
                || stream(method)
                        .anyMatch(each -> (each instanceof TypeInsnNode made && made.desc.equals(task.name))
                                || (each instanceof FieldInsnNode field && field.desc.equals("L" + task.name + ";"))
                                || (each instanceof FieldInsnNode held && isTypeOf(held, task)));
    }

    /** A field of a type that its class extends. */
    private static boolean isTypeOf(FieldInsnNode field, ClassNode task) {
        return Type.getType(field.desc).getSort() == Type.OBJECT
                && Type.getType(field.desc).getInternalName().equals(task.superName)
                && !task.superName.equals("java/lang/Object");
    }

    private static boolean makesTask(MethodNode method) {
        return stream(method)
                .anyMatch(each -> each instanceof InvokeDynamicInsnNode lambda
                        && RUN.contains(Type.getReturnType(lambda.desc).getInternalName()));
    }

    private static Stream<AbstractInsnNode> stream(MethodNode method) {
        return Arrays.stream(method.instructions.toArray());
    }

    private static boolean isTask(ClassNode type) throws IOException {
        if (type.superName.equals("java/util/TimerTask")
                || type.interfaces.stream().anyMatch(RUN::contains)) {
            return true;
        }
        List<String> above = new ArrayList<>(type.interfaces);
        above.add(type.superName);
        for (String each : above) {
            if (!each.startsWith("java/") && isTask(type(each))) {
                return true;
            }
        }
        return false;
    }

    private static ClassNode type(String className) throws IOException {
        try (InputStream in = ClassLoader.getSystemResourceAsStream(className + ".class")) {
            assertThat(in).as(className + " is in the library").isNotNull();
            ClassNode type = new ClassNode();
            new ClassReader(in.readAllBytes()).accept(type, ClassReader.SKIP_DEBUG);
            return type;
        }
    }

    private static String internal(String className) {
        return className.replace('.', '/');
    }
}
