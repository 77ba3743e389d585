package dev.longstack.recordings.behaviour;

import static dev.longstack.recordings.behaviour.Behaviours.awaitQuietly;
import static dev.longstack.recordings.behaviour.Behaviours.rule;

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

/** ThreadPoolExecutor: its queue, its tasks, its hooks. */
@SuppressWarnings("FutureReturnValueIgnored") // the programs are about the calls
final class ThreadPools {
    private ThreadPools() {}

    static void check() throws Exception {
        throwingTask();
        shutdownNow();
        overriddenExecute();
        priorities();
        castingQueue();
        neverRun();
        secondOfTheSame();
        hooks();
        rejectionHandlers();
        purge();
        interrupt();
        texts();
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

    /** The hooks see the very tasks, in order, on the worker. */
    private static void hooks() throws Exception {
        List<Object> seen = new ArrayList<>();
        ThreadPoolExecutor pool = new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>()) {
            @Override
            protected void beforeExecute(Thread thread, Runnable task) {
                seen.add(task);
            }

            @Override
            protected void afterExecute(Runnable task, Throwable failure) {
                seen.add(task);
                seen.add(failure == null ? "none" : failure.getMessage());
            }

            @Override
            protected void terminated() {
                seen.add("terminated");
            }
        };
        Runnable task = () -> {};
        pool.execute(task);
        Future<?> future = pool.submit(() -> {
            throw new IllegalStateException("kept in the future");
        });
        pool.shutdown();
        pool.awaitTermination(10, TimeUnit.SECONDS);
        rule(
                "hooks see the very tasks",
                seen.equals(List.of(task, task, "none", future, future, "none", "terminated")));
    }

    private static void rejectionHandlers() throws Exception {
        List<Object> rejected = new ArrayList<>();
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                1, 1, 1, TimeUnit.SECONDS, new ArrayBlockingQueue<>(1), (task, executor) -> rejected.add(task));
        CountDownLatch hold = new CountDownLatch(1);
        CountDownLatch held = new CountDownLatch(1);
        pool.execute(() -> {
            held.countDown();
            awaitQuietly(hold);
        });
        held.await();
        Runnable kept = () -> {};
        Runnable refused = () -> {};
        pool.execute(kept);
        pool.execute(refused);
        rule("the handler gets the very task", rejected.equals(List.of(refused)));

        pool.setRejectedExecutionHandler(new ThreadPoolExecutor.CallerRunsPolicy());
        Thread[] ranOn = new Thread[1];
        pool.execute(() -> ranOn[0] = Thread.currentThread());
        rule("caller runs", ranOn[0] == Thread.currentThread());

        pool.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardOldestPolicy());
        Runnable newer = () -> {};
        pool.execute(newer);
        rule("the oldest is discarded", List.copyOf(pool.getQueue()).equals(List.of(newer)));
        hold.countDown();
        pool.shutdown();
    }

    private static void purge() throws Exception {
        ThreadPoolExecutor pool = pool(new LinkedBlockingQueue<>());
        CountDownLatch hold = new CountDownLatch(1);
        pool.execute(() -> awaitQuietly(hold));
        Future<?> cancelled = pool.submit(() -> {});
        Future<?> kept = pool.submit(() -> {});
        cancelled.cancel(false);
        pool.purge();
        rule("purge takes the cancelled ones", List.copyOf(pool.getQueue()).equals(List.of(kept)));
        List<Runnable> drained = new ArrayList<>();
        pool.getQueue().drainTo(drained);
        rule("drainTo gives the very tasks", drained.equals(List.of(kept)));
        hold.countDown();
        pool.shutdown();
    }

    private static void interrupt() throws Exception {
        ThreadPoolExecutor pool = pool(new LinkedBlockingQueue<>());
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Future<?> future = pool.submit(() -> {
            started.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
        });
        started.await();
        future.cancel(true);
        rule("cancel interrupts the run", interrupted.await(10, TimeUnit.SECONDS));
        Future<Boolean> next = pool.submit(() -> Thread.currentThread().isInterrupted());
        rule("the next task is not interrupted", !next.get());
        pool.shutdown();
    }

    private static void texts() throws Exception {
        ThreadPoolExecutor pool = pool(new LinkedBlockingQueue<>());
        Runnable task = new Runnable() {
            @Override
            public void run() {}

            @Override
            public String toString() {
                return "my task";
            }
        };
        Future<?> future = pool.submit(task);
        future.get();
        pool.execute(task);
        pool.shutdown();
        pool.awaitTermination(10, TimeUnit.SECONDS);
        // A pool may be terminated just before its last worker is taken from the count, the JDK's own race.
        String counts = "[Terminated, pool size = 0, active threads = 0, queued tasks = 0, completed tasks = 2]";
        for (int i = 0; i < 1000 && !pool.toString().endsWith(counts); i++) {
            Thread.sleep(10);
        }
        rule("toString tells the pool's counts", pool.toString().endsWith(counts));
        rule("toString tells the future's state", future.toString().endsWith("[Completed normally]"));
    }
}
