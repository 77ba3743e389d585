package dev.longstack.recordings.behaviour;

import static dev.longstack.recordings.behaviour.Behaviours.awaitQuietly;
import static dev.longstack.recordings.behaviour.Behaviours.rule;

import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Delayed;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** ScheduledThreadPoolExecutor and Timer. */
@SuppressWarnings("FutureReturnValueIgnored") // the programs are about the calls
final class Schedulers {
    private Schedulers() {}

    static void check() throws Exception {
        queue();
        periodic();
        decorated();
        shutdown();
        timer();
    }

    private static void queue() {
        ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1);
        ScheduledFuture<?> late = pool.schedule(() -> {}, 2, TimeUnit.HOURS);
        ScheduledFuture<?> early = pool.schedule(() -> {}, 1, TimeUnit.HOURS);
        rule("the earliest is first in the queue", pool.getQueue().peek() == early);
        rule("futures are ordered by their time", early.compareTo(late) < 0 && late.compareTo(early) > 0);
        rule("the delay is the rest", early.getDelay(TimeUnit.MINUTES) <= 60 && early.getDelay(TimeUnit.MINUTES) >= 58);
        rule(
                "remove finds the very future",
                pool.remove((Runnable) early) && pool.getQueue().size() == 1);
        pool.setRemoveOnCancelPolicy(true);
        late.cancel(false);
        rule("a cancelled one is removed", pool.getQueue().isEmpty());
        pool.shutdownNow();
    }

    private static void periodic() throws Exception {
        ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1);
        AtomicInteger runs = new AtomicInteger();
        CountDownLatch three = new CountDownLatch(3);
        ScheduledFuture<?> future = pool.scheduleAtFixedRate(
                () -> {
                    runs.incrementAndGet();
                    three.countDown();
                },
                0,
                1,
                TimeUnit.MILLISECONDS);
        rule("periodic work runs again", three.await(10, TimeUnit.SECONDS));
        future.cancel(false);
        rule("and stops when it is cancelled", future.isCancelled() && future.isDone());

        ScheduledFuture<?> failing = pool.scheduleWithFixedDelay(
                () -> {
                    throw new IllegalStateException("planned");
                },
                0,
                1,
                TimeUnit.MILLISECONDS);
        try {
            failing.get(10, TimeUnit.SECONDS);
            rule("periodic work that throws ends", false);
        } catch (ExecutionException e) {
            rule("periodic work that throws ends", e.getCause() instanceof IllegalStateException);
        } catch (TimeoutException e) {
            rule("periodic work that throws ends", false);
        }
        pool.shutdownNow();
    }

    /** The pool's queue holds what the subclass made of the future. */
    private static void decorated() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1) {
            @Override
            protected <V> RunnableScheduledFuture<V> decorateTask(Callable<V> task, RunnableScheduledFuture<V> future) {
                asked.incrementAndGet();
                return new Decorated<>(future);
            }
        };
        ScheduledFuture<Integer> future = pool.schedule(() -> 7, 0, TimeUnit.MILLISECONDS);
        rule("a decorated future runs", future instanceof Decorated && future.get() == 7 && asked.get() == 1);
        pool.shutdown();
    }

    private record Decorated<V>(RunnableScheduledFuture<V> future) implements RunnableScheduledFuture<V> {
        @Override
        public boolean isPeriodic() {
            return future.isPeriodic();
        }

        @Override
        public void run() {
            future.run();
        }

        @Override
        public boolean cancel(boolean interrupt) {
            return future.cancel(interrupt);
        }

        @Override
        public boolean isCancelled() {
            return future.isCancelled();
        }

        @Override
        public boolean isDone() {
            return future.isDone();
        }

        @Override
        public V get() throws InterruptedException, ExecutionException {
            return future.get();
        }

        @Override
        public V get(long timeout, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
            return future.get(timeout, unit);
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return future.getDelay(unit);
        }

        @Override
        public int compareTo(Delayed other) {
            return future.compareTo(other instanceof Decorated<?> decorated ? decorated.future : other);
        }
    }

    private static void shutdown() throws Exception {
        ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1);
        ScheduledFuture<?> future = pool.schedule(() -> {}, 1, TimeUnit.HOURS);
        rule("shutdownNow returns the very futures", pool.shutdownNow().equals(List.of(future)));
        rule("and the pool ends", pool.awaitTermination(10, TimeUnit.SECONDS));
    }

    private static void timer() throws Exception {
        Timer timer = new Timer(true);
        CountDownLatch twice = new CountDownLatch(2);
        TimerTask task = new TimerTask() {
            @Override
            public void run() {
                twice.countDown();
            }
        };
        timer.schedule(task, 0, 1);
        rule("a timer's task runs again", twice.await(10, TimeUnit.SECONDS));
        rule("cancel says that it was scheduled", task.cancel() && !task.cancel());
        try {
            timer.schedule(task, 1);
            rule("a task can't be scheduled twice", false);
        } catch (IllegalStateException e) {
            rule("a task can't be scheduled twice", true);
        }
        rule("purge counts the cancelled ones", timer.purge() <= 1);
        CountDownLatch held = new CountDownLatch(1);
        timer.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        held.countDown();
                        throw new IllegalStateException("planned");
                    }
                },
                0);
        awaitQuietly(held);
        rule("a task that throws ends its timer", refuses(timer));
    }

    private static boolean refuses(Timer timer) throws InterruptedException {
        for (int i = 0; i < 1_000; i++) {
            try {
                timer.schedule(
                        new TimerTask() {
                            @Override
                            public void run() {}
                        },
                        1_000_000);
                TimeUnit.MILLISECONDS.sleep(5);
            } catch (IllegalStateException e) {
                return true;
            }
        }
        return false;
    }
}
