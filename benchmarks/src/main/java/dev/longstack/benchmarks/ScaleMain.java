package dev.longstack.benchmarks;

import dev.longstack.context.AsyncContext;
import dev.longstack.context.Scope;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Says {@code KIND SIZE NANOS} a hop: with threads that submit, with call sites, with the depth of a chain. */
public final class ScaleMain {
    private static final int HOPS = 400_000;
    private static final int SITES_OF_CLASS = 10;

    private ScaleMain() {}

    /** Its copies are the classes of so many call sites. */
    public static final class Task implements Runnable {
        @Override
        public void run() {}
    }

    public static void main(String[] args) throws Exception {
        for (int round = 0; round < 3; round++) {
            boolean last = round == 2;
            for (int threads : new int[] {1, 2, 4, 8}) {
                say(last, "threads", threads, threads(threads));
            }
            for (int depth : new int[] {1, 1_000, 1_000_000}) {
                say(last, "depth", depth, depth(depth));
            }
        }
        for (int sites : new int[] {10, 1_000, 100_000}) {
            List<Object> tasks = tasks(Math.max(1, sites / SITES_OF_CLASS));
            sites(tasks);
            say(true, "sites", sites, sites(tasks));
        }
    }

    private static void say(boolean wanted, String kind, int size, double nanos) {
        if (wanted) {
            System.out.println(kind + size + " " + nanos);
        }
    }

    /** Each thread submits to a pool of its own, so that only we could be what they share; CPU time is not told apart. */
    @SuppressWarnings("try") // the scope is closed, not used
    private static double threads(int count) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(count);
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            Thread thread = new Thread(() -> {
                for (int hop = 0; hop < HOPS / count; hop += 100) {
                    try (Scope scope = AsyncContext.request("GET /scale").beginRun()) {
                        for (int n = 0; n < 100; n++) {
                            AsyncContext.capture("scale", done).beginRun().close();
                        }
                    }
                }
                done.countDown();
            });
            thread.start();
        }
        done.await();
        return (System.nanoTime() - start) / (double) HOPS;
    }

    /** A chain, each hop from within the one before it. */
    @SuppressWarnings("try") // the scope is closed, not used
    private static double depth(int depth) throws InterruptedException {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        int chains = Math.max(1, HOPS / depth);
        long start = System.nanoTime();
        CountDownLatch done = new CountDownLatch(chains);
        for (int i = 0; i < chains; i++) {
            try (Scope scope = AsyncContext.request("GET /scale").beginRun()) {
                next(pool, depth, done);
            }
        }
        done.await();
        pool.shutdown();
        return (System.nanoTime() - start) / ((double) chains * depth);
    }

    private static void next(ExecutorService pool, int left, CountDownLatch done) {
        if (left == 0) {
            done.countDown();
        } else {
            pool.execute(() -> next(pool, left - 1, done));
        }
    }

    private static List<Object> tasks(int classes) throws Exception {
        byte[] bytes;
        try (var in = ScaleMain.class.getResourceAsStream("ScaleMain$Task.class")) {
            bytes = in.readAllBytes();
        }
        List<Object> tasks = new ArrayList<>();
        for (int i = 0; i < classes; i++) {
            tasks.add(MethodHandles.lookup()
                    .defineHiddenClass(bytes, true)
                    .lookupClass()
                    .getConstructor()
                    .newInstance());
        }
        return tasks;
    }

    @SuppressWarnings("try") // the scope is closed, not used
    private static double sites(List<Object> tasks) {
        String[] operations = new String[SITES_OF_CLASS];
        for (int i = 0; i < SITES_OF_CLASS; i++) {
            operations[i] = ("operation " + i).intern();
        }
        long start = System.nanoTime();
        try (Scope scope = AsyncContext.request("GET /scale").beginRun()) {
            for (int hop = 0; hop < HOPS; hop++) {
                Object task = tasks.get(hop % tasks.size());
                AsyncContext.capture(operations[hop / tasks.size() % SITES_OF_CLASS], task)
                        .beginRun()
                        .close();
            }
        }
        return (System.nanoTime() - start) / (double) HOPS;
    }
}
