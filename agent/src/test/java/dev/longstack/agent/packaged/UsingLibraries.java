package dev.longstack.agent.packaged;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.sun.net.httpserver.HttpServer;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.longstack.context.AsyncContext;
import dev.longstack.context.Scope;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.ExecutorServiceMetrics;
import io.micrometer.core.instrument.logging.LoggingMeterRegistry;
import io.netty.util.HashedWheelTimer;
import io.netty.util.concurrent.DefaultEventExecutorGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.apache.commons.pool2.BasePooledObjectFactory;
import org.apache.commons.pool2.PooledObject;
import org.apache.commons.pool2.impl.DefaultPooledObject;
import org.apache.commons.pool2.impl.GenericObjectPool;

/** Uses libraries that do work for themselves: each is set up in a first request and used in a second one, too. */
@SuppressWarnings("FutureReturnValueIgnored") // each step is awaited by itself
public final class UsingLibraries {
    private static final ExecutorService POOL = Executors.newFixedThreadPool(2);

    private UsingLibraries() {}

    private interface Use {
        void run(String name) throws Exception;
    }

    public static void main(String[] args) throws Exception {
        System.setProperty("rx2.io-keep-alive-time", "1");
        System.setProperty("rx2.purge-period-seconds", "1");
        System.setProperty("rx3.io-keep-alive-time", "1");
        twice("rxjava2", UsingLibraries::rxjava2);
        twice("rxjava3", UsingLibraries::rxjava3);
        twice("hikari", new Connections()::use);
        twice("commons-pool2", new Objects()::use);
        twice("caffeine", new Cached()::use);
        twice("micrometer", new Metered()::use);
        twice("okhttp", new Calls()::use);
        twice("netty", new Loops()::use);
        // periodic work comes around
        Thread.sleep(2500);
        System.exit(0);
    }

    @SuppressWarnings("try") // the scope is closed, not used
    private static void twice(String library, Use use) throws Exception {
        for (String which : List.of("first", "second")) {
            try (Scope scope = AsyncContext.request(library + " " + which).beginRun()) {
                use.run(library + " " + which);
            }
        }
    }

    private static void rxjava2(String name) throws InterruptedException {
        io.reactivex.Scheduler elastic = io.reactivex.schedulers.Schedulers.io();
        io.reactivex.Scheduler computation = io.reactivex.schedulers.Schedulers.computation();
        io.reactivex.Scheduler own = io.reactivex.schedulers.Schedulers.from(POOL);
        hop(name + " scheduleDirect", elastic::scheduleDirect);
        hop(name + " scheduleDirect, computation", computation::scheduleDirect);
        hop(name + " scheduleDirect, own pool", own::scheduleDirect);
        hop(name + " scheduleDirect, delayed", step -> elastic.scheduleDirect(step, 1, TimeUnit.MILLISECONDS));
        hop(
                name + " subscribeOn",
                step -> io.reactivex.Completable.fromRunnable(step)
                        .subscribeOn(computation)
                        .subscribe());
    }

    private static void rxjava3(String name) throws InterruptedException {
        io.reactivex.rxjava3.core.Scheduler elastic = io.reactivex.rxjava3.schedulers.Schedulers.io();
        io.reactivex.rxjava3.core.Scheduler computation = io.reactivex.rxjava3.schedulers.Schedulers.computation();
        io.reactivex.rxjava3.core.Scheduler own = io.reactivex.rxjava3.schedulers.Schedulers.from(POOL);
        hop(name + " scheduleDirect", elastic::scheduleDirect);
        hop(name + " scheduleDirect, computation", computation::scheduleDirect);
        hop(name + " scheduleDirect, own pool", own::scheduleDirect);
        hop(name + " scheduleDirect, delayed", step -> elastic.scheduleDirect(step, 1, TimeUnit.MILLISECONDS));
        hop(
                name + " subscribeOn",
                step -> io.reactivex.rxjava3.core.Completable.fromRunnable(step)
                        .subscribeOn(computation)
                        .subscribe());
    }

    private interface Way {
        void run(Step step);
    }

    private static void hop(String name, Way way) throws InterruptedException {
        Step step = new Step(name);
        way.run(step);
        step.await();
    }

    private static final class Connections {
        private HikariDataSource source;

        void use(String name) throws Exception {
            if (source == null) {
                HikariConfig config = new HikariConfig();
                config.setJdbcUrl("jdbc:h2:mem:own");
                config.setMaximumPoolSize(4);
                config.setKeepaliveTime(30_000);
                source = new HikariDataSource(config);
            }
            List<Connection> taken = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                taken.add(source.getConnection());
            }
            for (Connection each : taken) {
                each.close();
            }
            hop(name + " beside it", POOL::execute);
        }
    }

    private static final class Objects {
        private GenericObjectPool<Object> pool;

        void use(String name) throws Exception {
            if (pool == null) {
                pool = new GenericObjectPool<>(new Factory());
                pool.setMinIdle(2);
                pool.setDurationBetweenEvictionRuns(Duration.ofMillis(100));
            }
            pool.returnObject(pool.borrowObject());
            hop(name + " beside it", POOL::execute);
        }
    }

    private static final class Factory extends BasePooledObjectFactory<Object> {
        @Override
        public Object create() {
            return new Object();
        }

        @Override
        public PooledObject<Object> wrap(Object made) {
            return new DefaultPooledObject<>(made);
        }
    }

    private static final class Cached {
        private final Cache<Integer, String> cache =
                Caffeine.newBuilder().maximumSize(10).executor(POOL).build();

        void use(String name) throws InterruptedException {
            for (int i = 0; i < 100; i++) {
                cache.put(i, name);
            }
            hop(name + " beside it", POOL::execute);
        }
    }

    private static final class Metered {
        private MeterRegistry registry;
        private ExecutorService monitored;

        void use(String name) throws InterruptedException {
            if (registry == null) {
                registry = LoggingMeterRegistry.builder(key -> key.endsWith(".step") ? "100ms" : null)
                        .loggingSink(line -> {})
                        .build();
                monitored = ExecutorServiceMetrics.monitor(registry, Executors.newFixedThreadPool(2), "own");
            }
            hop(name + " execute, monitored", monitored::execute);
            hop(name + " submit, monitored", monitored::submit);
            hop(
                    name + " submit callable, monitored",
                    step -> monitored.submit(() -> {
                        step.run();
                        return name;
                    }));
            hop(
                    name + " Timer.wrap",
                    step -> POOL.submit(registry.timer("steps").wrap(step)));
        }
    }

    private static final class Calls {
        private OkHttpClient client;
        private String url;

        void use(String name) throws Exception {
            if (client == null) {
                HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
                server.createContext("/", exchange -> {
                    exchange.sendResponseHeaders(204, -1);
                    exchange.close();
                });
                server.start();
                url = "http://localhost:" + server.getAddress().getPort() + "/";
                client = new OkHttpClient();
                client.dispatcher().setMaxRequests(1);
            }
            List<Step> steps = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Step step = new Step(name + " enqueue");
                steps.add(step);
                client.newCall(new Request.Builder().url(url).build()).enqueue(new Answered(step));
            }
            for (Step each : steps) {
                each.await();
            }
        }
    }

    private static final class Answered implements Callback {
        private final Step step;

        Answered(Step step) {
            this.step = step;
        }

        @Override
        public void onResponse(Call call, Response response) {
            response.close();
            step.run();
        }

        @Override
        public void onFailure(Call call, IOException failure) {
            System.out.println("failed: " + failure);
        }
    }

    /** Its threads start in the first request; what they run for either goes on to a pool. */
    private static final class Loops {
        private HashedWheelTimer timer;
        private DefaultEventExecutorGroup group;

        void use(String name) throws InterruptedException {
            if (timer == null) {
                timer = new HashedWheelTimer(1, TimeUnit.MILLISECONDS);
                group = new DefaultEventExecutorGroup(1);
            }
            for (Way each : List.<Way>of(
                    step -> timer.newTimeout(timeout -> POOL.execute(step), 1, TimeUnit.MILLISECONDS),
                    step -> GlobalEventExecutor.INSTANCE.execute(() -> POOL.execute(step)),
                    step -> GlobalEventExecutor.INSTANCE.submit(() -> POOL.execute(step)),
                    step -> io.grpc.netty.shaded.io.netty.util.concurrent.GlobalEventExecutor.INSTANCE.execute(
                            () -> POOL.execute(step)),
                    step -> group.next().execute(() -> POOL.execute(step)))) {
                Step step = new Step(name);
                each.run(step);
                step.await();
            }
        }
    }
}
