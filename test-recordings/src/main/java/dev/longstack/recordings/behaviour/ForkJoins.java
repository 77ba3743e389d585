package dev.longstack.recordings.behaviour;

import static dev.longstack.recordings.behaviour.Behaviours.rule;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountedCompleter;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RecursiveTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** ForkJoinPool and its tasks. */
@SuppressWarnings("FutureReturnValueIgnored") // the programs are about the calls
final class ForkJoins {
    private ForkJoins() {}

    static void check() throws Exception {
        ForkJoinPool pool = new ForkJoinPool(2);
        rule("forks are joined", pool.invoke(new Fibonacci(15)) == 610);
        again(pool);
        failures(pool);
        completers(pool);
        serialized();
        rule("parallel streams add up", IntStream.range(0, 10_000).parallel().sum() == 49_995_000);
        pool.shutdown();
    }

    private static final class Fibonacci extends RecursiveTask<Integer> {
        private static final long serialVersionUID = 1;
        private final int n;

        Fibonacci(int n) {
            this.n = n;
        }

        @Override
        protected Integer compute() {
            if (n < 2) {
                return n;
            }
            Fibonacci left = new Fibonacci(n - 1);
            left.fork();
            return new Fibonacci(n - 2).compute() + left.join();
        }
    }

    private static void again(ForkJoinPool pool) {
        Fibonacci task = new Fibonacci(5);
        pool.invoke(task);
        task.reinitialize();
        rule("a task runs again after reinitialize", !task.isDone() && pool.invoke(task) == 5);
    }

    private static void failures(ForkJoinPool pool) throws Exception {
        ForkJoinTask<?> failing = pool.submit((Runnable) () -> {
            throw new IllegalStateException("planned");
        });
        failing.quietlyJoin();
        rule("a failure is the task's", failing.isCompletedAbnormally() && failing.getException() != null);
        ForkJoinTask<Integer> cancelled = ForkJoinTask.adapt(() -> 1);
        cancelled.cancel(false);
        pool.execute(cancelled);
        try {
            cancelled.join();
            rule("a cancelled task does not run", false);
        } catch (CancellationException e) {
            rule("a cancelled task does not run", cancelled.isCancelled());
        }
    }

    private static void completers(ForkJoinPool pool) {
        AtomicInteger leaves = new AtomicInteger();
        pool.invoke(new Splitting(null, 64, leaves));
        rule("counted completers complete", leaves.get() == 64);
    }

    private static final class Splitting extends CountedCompleter<Void> {
        private static final long serialVersionUID = 1;
        private final int size;
        private final transient AtomicInteger leaves;

        Splitting(@org.jspecify.annotations.Nullable CountedCompleter<?> parent, int size, AtomicInteger leaves) {
            super(parent);
            this.size = size;
            this.leaves = leaves;
        }

        @Override
        public void compute() {
            if (size == 1) {
                leaves.incrementAndGet();
            } else {
                setPendingCount(2);
                new Splitting(this, size / 2, leaves).fork();
                new Splitting(this, size / 2, leaves).fork();
            }
            tryComplete();
        }
    }

    private static void serialized() throws IOException, ClassNotFoundException {
        Fibonacci task = new Fibonacci(7);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(task);
        }
        String text = bytes.toString(java.nio.charset.StandardCharsets.ISO_8859_1);
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            Fibonacci copy = (Fibonacci) in.readObject();
            rule("a serialized task runs elsewhere", copy.invoke() == 13);
        }
        rule("and carries nothing of ours", !text.contains("longstack$"));
    }
}
