package dev.longstack.demo;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The shop's threads, with names that can be told apart. */
final class Pools implements AutoCloseable {
    final ExecutorService http = pool("http", 8);
    final ExecutorService database = pool("db", 4);
    final ExecutorService pricing = pool("price", 2);
    final ExecutorService fanOut = PerTaskThreads.executor(named("search"));

    private static ExecutorService pool(String name, int threads) {
        return new ThreadPoolExecutor(threads, threads, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), named(name));
    }

    private static ThreadFactory named(String name) {
        AtomicInteger count = new AtomicInteger();
        return task -> new Thread(task, name + "-" + count.incrementAndGet());
    }

    @Override
    public void close() {
        http.shutdownNow();
        database.shutdownNow();
        pricing.shutdownNow();
        fanOut.shutdownNow();
    }
}
