package dev.longstack.recordings;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * What an application may rely on, tried: each prints {@code kept RULE} or {@code BROKEN RULE}, the same with the agent as
 * without it.
 */
public final class Behaviours {
    private Behaviours() {}

    public static void main(String[] args) throws Exception {
        throwingTask();
        shutdownNow();
        overriddenExecute();
        priorities();
        castingQueue();
        neverRun();
        secondOfTheSame();
    }

    private static ThreadPoolExecutor pool(BlockingQueue<Runnable> queue) {
        return new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, queue);
    }

    private static void throwingTask() throws InterruptedException {
        ThreadPoolExecutor pool = pool(new LinkedBlockingQueue<>());
        Future<?> future = pool.submit(() -> {
            throw new IllegalStateException("planned");
        });
        try {
            future.get();
            rule("an exception reaches the future", false);
        } catch (ExecutionException e) {
            rule("an exception reaches the future", e.getCause() instanceof IllegalStateException);
        }
        pool.shutdown();
    }

    private static void shutdownNow() throws InterruptedException {
        ThreadPoolExecutor pool = pool(new LinkedBlockingQueue<>(2));
        CountDownLatch hold = new CountDownLatch(1);
        CountDownLatch held = new CountDownLatch(1);
        pool.execute(() -> {
            held.countDown();
            awaitQuietly(hold);
        });
        held.await();
        Runnable first = () -> {};
        Runnable second = () -> {};
        pool.execute(first);
        pool.execute(second);
        rule("the queue holds the very tasks", new ArrayList<>(pool.getQueue()).equals(List.of(first, second)));
        try {
            pool.execute(() -> {});
            rule("a full pool rejects", false);
        } catch (RejectedExecutionException e) {
            rule("a full pool rejects", true);
        }
        rule("remove finds the very task", pool.remove(first));
        rule("shutdownNow returns the very tasks", pool.shutdownNow().equals(List.of(second)));
        hold.countDown();
    }

    private static void overriddenExecute() throws Exception {
        List<Runnable> seen = new ArrayList<>();
        ThreadPoolExecutor pool = new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>()) {
            @Override
            public void execute(Runnable command) {
                seen.add(command);
                super.execute(command);
            }
        };
        Future<?> future = pool.submit(() -> {});
        future.get();
        rule("an overridden execute sees the future itself", seen.equals(List.of(future)));
        pool.shutdown();
    }

    /** A task with an order. */
    private record Ranked(int rank, List<Integer> ran) implements Runnable, Comparable<Ranked> {
        @Override
        public void run() {
            ran.add(rank);
        }

        @Override
        public int compareTo(Ranked other) {
            return Integer.compare(rank, other.rank);
        }
    }

    private static void priorities() throws InterruptedException {
        ThreadPoolExecutor pool = pool(new PriorityBlockingQueue<>());
        CountDownLatch hold = new CountDownLatch(1);
        pool.execute(() -> awaitQuietly(hold));
        List<Integer> ran = new ArrayList<>();
        for (int rank : new int[] {3, 1, 2}) {
            pool.execute(new Ranked(rank, ran));
        }
        hold.countDown();
        pool.shutdown();
        rule("a pool with priorities ends", pool.awaitTermination(10, TimeUnit.SECONDS));
        rule("priorities order the tasks", ran.equals(List.of(1, 2, 3)));
    }

    /** A queue that knows what is in it. */
    private static final class CastingQueue extends ArrayBlockingQueue<Runnable> {
        private static final long serialVersionUID = 1;

        CastingQueue() {
            super(10);
        }

        @Override
        public boolean offer(Runnable task) {
            return super.offer((Ranked) task);
        }
    }

    private static void castingQueue() throws InterruptedException {
        ThreadPoolExecutor pool = pool(new CastingQueue());
        List<Integer> ran = new ArrayList<>();
        for (int rank = 1; rank <= 3; rank++) {
            pool.execute(new Ranked(rank, ran));
        }
        pool.shutdown();
        pool.awaitTermination(10, TimeUnit.SECONDS);
        rule("a queue may cast its elements", ran.equals(List.of(1, 2, 3)));
    }

    private static void neverRun() {
        ThreadPoolExecutor pool = pool(new LinkedBlockingQueue<>());
        CountDownLatch hold = new CountDownLatch(1);
        pool.execute(() -> awaitQuietly(hold));
        for (int i = 0; i < 100_000; i++) {
            pool.execute(() -> {});
        }
        rule("100,000 tasks that never run are returned", pool.shutdownNow().size() == 100_000);
        hold.countDown();
    }

    private static void secondOfTheSame() throws InterruptedException {
        ThreadPoolExecutor pool = pool(new LinkedBlockingQueue<>());
        CountDownLatch twice = new CountDownLatch(2);
        Runnable same = twice::countDown;
        pool.execute(same);
        pool.execute(same);
        rule("the same Runnable runs twice", twice.await(10, TimeUnit.SECONDS));
        pool.shutdown();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void rule(String rule, boolean kept) {
        System.out.println((kept ? "kept " : "BROKEN ") + rule);
    }
}
