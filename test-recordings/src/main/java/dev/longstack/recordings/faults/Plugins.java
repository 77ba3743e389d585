package dev.longstack.recordings.faults;

import dev.longstack.context.AsyncContext;
import dev.longstack.context.Scope;
import dev.longstack.recordings.VirtualThreads;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A hundred plug-ins, each of a loader of its own, run on a pool that lives on, and half of them fail with their own exceptions; then
 * they are dropped. Prints how many loaders are kept, and whether the task of a virtual thread that was never started is.
 */
@SuppressWarnings("try") // scopes are closed, not used
public final class Plugins {
    private static final int COUNT = 100;
    private static final int THREADS = 8;
    private static final int MOST_COLLECTIONS = 200;

    private Plugins() {}

    /** In a loader of its own each time. */
    public static final class Task implements Runnable {
        private final boolean fails;

        public Task(boolean fails) {
            this.fails = fails;
        }

        @Override
        public void run() {
            if (fails) {
                throw new Failure();
            }
        }
    }

    /** The plug-in's own exception. */
    public static final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static final class Loader extends ClassLoader {
        Loader() {
            super(Plugins.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(Plugins.class.getName() + "$")) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            String file = name.substring(name.lastIndexOf('.') + 1) + ".class";
            try (InputStream in = Plugins.class.getResourceAsStream(file)) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    public static void main(String[] args) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            loaders.add(use(pool, i % 2 == 0));
        }
        List<WeakReference<Object>> tasks = new ArrayList<>();
        if (VirtualThreads.areThere()) {
            tasks.add(makeAndDrop());
            pool.submit(() -> tasks.add(makeAndDrop())).get();
        }
        System.out.println("loaders kept " + kept(loaders));
        System.out.println("tasks kept " + kept(tasks));
        pool.shutdown();
    }

    private static WeakReference<ClassLoader> use(ExecutorService pool, boolean fails) throws Exception {
        Loader loader = new Loader();
        Runnable task = (Runnable) loader.loadClass(Task.class.getName())
                .getConstructor(boolean.class)
                .newInstance(fails);
        List<Future<?>> runs = new ArrayList<>();
        try (Scope scope = AsyncContext.request("GET /plug-in").beginRun()) {
            runs.add(pool.submit(task));
            CompletableFuture<Void> future = CompletableFuture.runAsync(task, pool);
            runs.add(future);
            runs.add(future.thenRun(task));
            runs.add(future.handleAsync((nothing, failure) -> failure, pool));
            execute(pool, task);
        }
        for (Future<?> run : runs) {
            try {
                run.get();
            } catch (java.util.concurrent.ExecutionException e) {
                // as planned
            }
        }
        return new WeakReference<>(loader);
    }

    /** The worker of a plain task that fails dies of it, and says so: here it is caught at the outermost. */
    private static void execute(Executor pool, Runnable task) {
        pool.execute(() -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                // as planned
            }
        });
    }

    private static WeakReference<Object> makeAndDrop() {
        byte[] large = new byte[1 << 20];
        Runnable task = () -> large[0]++;
        try (Scope scope = AsyncContext.request("GET /unstarted").beginRun()) {
            VirtualThreads.unstarted(task);
        }
        return new WeakReference<>(task);
    }

    private static long kept(List<? extends WeakReference<?>> references) throws InterruptedException {
        long kept = references.size();
        for (int i = 0; i < MOST_COLLECTIONS && kept > 0; i++) {
            System.gc();
            Thread.sleep(10);
            kept = references.stream().filter(each -> each.get() != null).count();
        }
        return kept;
    }
}
