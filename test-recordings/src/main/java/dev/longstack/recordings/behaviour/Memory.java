package dev.longstack.recordings.behaviour;

import static dev.longstack.recordings.behaviour.Behaviours.rule;

import dev.longstack.context.AsyncContext;
import dev.longstack.context.Scope;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** What was let go is collected. */
@SuppressWarnings("FutureReturnValueIgnored") // the programs are about the calls
final class Memory {
    private Memory() {}

    static void check() throws Exception {
        rule("an executor that nobody has is collected", isCollected(unreferencedExecutor()));
        rule("a class loader whose tasks ran is collected", isCollected(loaderOfTasks()));
        rule("a task that was never run is collected with its pool", isCollected(waitingTask()));
        rule("a future that was never completed is collected", isCollected(pendingFuture()));
    }

    private static boolean isCollected(WeakReference<?> reference) throws InterruptedException {
        for (int i = 0; i < 500 && reference.get() != null; i++) {
            System.gc();
            TimeUnit.MILLISECONDS.sleep(10);
        }
        return reference.get() == null;
    }

    @SuppressWarnings("try") // the scope is closed, not used
    private static WeakReference<Object> unreferencedExecutor() throws Exception {
        try (Scope scope = AsyncContext.request("executor").beginRun()) {
            ThreadPoolExecutor pool =
                    new ThreadPoolExecutor(0, 1, 1, TimeUnit.MILLISECONDS, new ArrayBlockingQueue<>(10));
            pool.submit(() -> {}).get();
            return new WeakReference<>(pool);
        }
    }

    /** Defines a class of its own, as plug-ins have them. */
    private static final class Loader extends ClassLoader {
        Loader() {
            super(Memory.class.getClassLoader());
        }

        Class<?> define() throws IOException {
            String name = Task.class.getName();
            try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            }
        }
    }

    /** Loaded once more by {@link Loader}. */
    public static final class Task implements Runnable {
        @Override
        public void run() {}
    }

    @SuppressWarnings("try") // the scope is closed, not used
    private static WeakReference<Object> loaderOfTasks() throws Exception {
        Loader loader = new Loader();
        Runnable task = (Runnable) loader.define().getConstructor().newInstance();
        ExecutorService pool = Executors.newFixedThreadPool(1);
        try (Scope scope = AsyncContext.request("loader").beginRun()) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                all.add(pool.submit(task));
                pool.execute(task);
            }
            for (Future<?> each : all) {
                each.get();
            }
            CompletableFuture.runAsync(task, pool).get();
        }
        pool.shutdown();
        pool.awaitTermination(10, TimeUnit.SECONDS);
        return new WeakReference<>(loader);
    }

    @SuppressWarnings("try") // the scope is closed, not used
    private static WeakReference<Object> waitingTask() {
        Object[] large = new Object[1];
        try (Scope scope = AsyncContext.request("waiting").beginRun()) {
            large[0] = new int[1000];
            Object kept = large[0];
            ThreadPoolExecutor pool = new ThreadPoolExecutor(
                    0, 1, 1, TimeUnit.MILLISECONDS, new ArrayBlockingQueue<>(10), task -> new Thread(() -> {}));
            pool.execute(() -> System.identityHashCode(kept));
            return new WeakReference<>(kept);
        }
    }

    @SuppressWarnings("try") // the scope is closed, not used
    private static WeakReference<Object> pendingFuture() {
        try (Scope scope = AsyncContext.request("pending").beginRun()) {
            CompletableFuture<Integer> never = new CompletableFuture<>();
            never.thenApply(x -> x);
            return new WeakReference<>(never);
        }
    }
}
