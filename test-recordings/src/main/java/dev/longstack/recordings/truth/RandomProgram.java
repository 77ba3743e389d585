package dev.longstack.recordings.truth;

import dev.longstack.recordings.VirtualThreads;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TimerTask;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A tree of steps, each of which schedules a few others in whatever way its random numbers say. */
@SuppressWarnings("FutureReturnValueIgnored") // the programs are about the calls
final class RandomProgram {
    static final int MAX_DEPTH = 4;

    private final World world;
    private final Truth truth;
    private final List<Action> actions;

    RandomProgram(World world, Truth truth) {
        this.world = world;
        this.truth = truth;
        this.actions = actions();
    }

    /** One way to schedule work from a running step. */
    interface Action {
        void by(Run here, Random random, int depth) throws Exception;
    }

    private List<Action> actions() {
        List<Action> all = new ArrayList<>(List.of(
                this::execute,
                this::execute,
                this::sameTwice,
                this::submit,
                this::failing,
                this::cancelled,
                this::prioritized,
                this::later,
                this::periodic,
                this::timer,
                this::forkJoin,
                this::forked,
                this::invokeAll,
                this::invokeAny,
                this::completionService));
        if (VirtualThreads.areThere()) {
            all.add(this::perTask);
        }
        if (StructuredScope.isThere()) {
            all.add(this::structured);
        }
        for (int i = 0; i < 2; i++) {
            all.addAll(new RandomStages(world, truth, this).actions());
        }
        all.addAll(new RandomFanIns(world, truth, this).actions());
        all.addAll(new RandomThreads(world, truth, this).actions());
        all.addAll(new RandomLoops(world, truth, this).actions());
        all.addAll(new RandomRequests(world, truth, this).actions());
        return all;
    }

    /** What a step does: the same for the same seed. */
    void body(Run here, long seed, int depth) {
        Random random = new Random(seed);
        int count = depth == 0 ? 4 : depth < MAX_DEPTH ? random.nextInt(3) : 0;
        for (int i = 0; i < count; i++) {
            Action action = actions.get(random.nextInt(actions.size()));
            try {
                action.by(here, random, depth + 1);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** A step that runs once and is waited for. */
    Runnable step(String operation, Run parent, Random random, int depth) {
        return step(operation, parent, parent.belonging(), random, depth);
    }

    /** A step that is no part of its parent's request, as far as anybody can know. */
    Runnable step(String operation, Run parent, Belonging own, Random random, int depth) {
        long seed = random.nextLong();
        return waitedFor(() -> body(truth.ran(operation, parent, own), seed, depth));
    }

    /** The program is not over before this has run. */
    Runnable waitedFor(Runnable run) {
        truth.expect();
        return () -> {
            try {
                run.run();
            } finally {
                truth.done();
            }
        };
    }

    /** A step that may be cancelled before it runs. */
    private Runnable optional(String operation, Run parent, Random random, int depth) {
        long seed = random.nextLong();
        return () -> body(truth.ran(operation, parent), seed, depth);
    }

    static Callable<Integer> callable(Runnable step) {
        return () -> {
            step.run();
            return 1;
        };
    }

    private void execute(Run here, Random random, int depth) {
        ExecutorService pool = world.plain.get(random.nextInt(world.plain.size()));
        pool.execute(step("ThreadPoolExecutor.execute", here, random, depth));
    }

    /** One object, queued twice under one parent: two contexts. */
    private void sameTwice(Run here, Random random, int depth) {
        ExecutorService pool = world.plain.get(random.nextInt(2));
        truth.expect();
        Runnable once = step("ThreadPoolExecutor.execute", here, random, MAX_DEPTH);
        pool.execute(once);
        pool.execute(once);
    }

    private void submit(Run here, Random random, int depth) {
        ExecutorService pool = world.plain.get(random.nextInt(world.plain.size()));
        Runnable step = step("ExecutorService.submit", here, random, depth);
        Future<?> ignored = random.nextBoolean() ? pool.submit(step) : pool.submit(callable(step));
    }

    private void failing(Run here, Random random, int depth) {
        Runnable step = step("ExecutorService.submit", here, random, depth);
        Future<?> ignored = world.linked.submit(() -> {
            step.run();
            throw new IllegalStateException("planned");
        });
    }

    private void cancelled(Run here, Random random, int depth) throws InterruptedException {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch hold = new CountDownLatch(1);
        Runnable step = step("ThreadPoolExecutor.execute", here, random, depth);
        pool.execute(() -> {
            held.countDown();
            awaitQuietly(hold);
            step.run();
        });
        held.await();
        truth.never("ExecutorService.submit", here);
        pool.submit(() -> {}).cancel(random.nextBoolean());
        hold.countDown();
        pool.shutdown();
    }

    /** Comparable, for the queue; its class is the generator's, so that no wrapper fits. */
    private record Ranked(int rank, Runnable step) implements Runnable, Comparable<Ranked> {
        @Override
        public void run() {
            step.run();
        }

        @Override
        public int compareTo(Ranked other) {
            return Integer.compare(rank, other.rank);
        }
    }

    private void prioritized(Run here, Random random, int depth) {
        for (int i = 0; i < 2; i++) {
            world.priority.execute(
                    new Ranked(random.nextInt(), step("ThreadPoolExecutor.execute", here, random, depth)));
        }
    }

    private void later(Run here, Random random, int depth) {
        Runnable step = step("ScheduledExecutorService.schedule", here, random, depth);
        long delay = random.nextInt(3);
        Future<?> ignored = random.nextBoolean()
                ? world.scheduled.schedule(step, delay, TimeUnit.MILLISECONDS)
                : world.scheduled.schedule(callable(step), delay, TimeUnit.MILLISECONDS);
    }

    private void periodic(Run here, Random random, int depth) {
        int runs = 1 + random.nextInt(3);
        truth.expect();
        AtomicInteger number = new AtomicInteger();
        CompletableFuture<ScheduledFuture<?>> future = new CompletableFuture<>();
        boolean rate = random.nextBoolean();
        Belonging own = here.belonging().ofPeriodic();
        String operation = "ScheduledExecutorService." + (rate ? "scheduleAtFixedRate" : "scheduleWithFixedDelay");
        long seed = random.nextLong();
        Runnable work = () -> {
            int run = number.incrementAndGet();
            body(truth.ran(operation, here, run, Trigger.NONE, own), seed + run, depth);
            if (run == runs) {
                future.join().cancel(false);
                truth.done();
            }
        };
        future.complete(
                rate
                        ? world.scheduled.scheduleAtFixedRate(work, 0, 1, TimeUnit.MILLISECONDS)
                        : world.scheduled.scheduleWithFixedDelay(work, 1, 1, TimeUnit.MILLISECONDS));
    }

    private void timer(Run here, Random random, int depth) {
        int runs = 1 + random.nextInt(2);
        truth.expect();
        Belonging own = runs == 1 ? here.belonging() : here.belonging().ofPeriodic();
        long seed = random.nextLong();
        TimerTask task = new TimerTask() {
            private int number;

            @Override
            public void run() {
                number++;
                body(truth.ran("Timer.schedule", here, number, Trigger.NONE, own), seed + number, depth);
                if (number == runs) {
                    cancel();
                    truth.done();
                }
            }
        };
        if (runs == 1) {
            world.timer.schedule(task, 1);
        } else {
            world.timer.schedule(task, 1, 1);
        }
    }

    private void forkJoin(Run here, Random random, int depth) {
        Runnable step = step("ForkJoinPool.submit", here, random, depth);
        Future<?> ignored = random.nextBoolean() ? world.forkJoin.submit(step) : world.forkJoin.submit(callable(step));
        world.forkJoin.execute(step("ForkJoinPool.execute", here, random, depth));
    }

    /** Forks others and joins them, so that a worker may run one of them inside. */
    private final class Fork extends RecursiveAction {
        private static final long serialVersionUID = 1;

        private final transient Runnable step;
        private final String operation;
        private final transient Run parent;
        private final int width;

        Fork(String operation, Run parent, int width) {
            truth.expect();
            this.operation = operation;
            this.parent = parent;
            this.width = width;
            this.step = truth::done;
        }

        @Override
        protected void compute() {
            Run here = truth.ran(operation, parent);
            List<Fork> forks = new ArrayList<>();
            for (int i = 0; i < width; i++) {
                Fork fork = new Fork("ForkJoinTask.fork", here, width - 1);
                forks.add(fork);
                fork.fork();
            }
            forks.forEach(Fork::join);
            step.run();
        }
    }

    private void forked(Run here, Random random, int depth) {
        world.forkJoin.execute(new Fork("ForkJoinPool.execute", here, 1 + random.nextInt(3)));
    }

    private void perTask(Run here, Random random, int depth) {
        ExecutorService executor = world.perTask;
        if (executor != null) {
            Future<?> ignored = executor.submit(callable(step("ThreadPerTaskExecutor.submit", here, random, depth)));
            executor.execute(step("ThreadPerTaskExecutor.execute", here, random, depth));
        }
    }

    private void structured(Run here, Random random, int depth) throws Exception {
        try (StructuredScope scope = StructuredScope.open()) {
            Run inside = truth.ran("StructuredTaskScope.open", here);
            for (int i = 0; i < 2; i++) {
                scope.fork(callable(step("StructuredTaskScope.fork", inside, random, depth)));
            }
            scope.join();
        }
    }

    private void invokeAll(Run here, Random random, int depth) throws InterruptedException {
        boolean forkJoin = random.nextBoolean();
        String operation = forkJoin ? "ForkJoinPool.invokeAll" : "ExecutorService.invokeAll";
        List<Callable<Integer>> tasks = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            tasks.add(callable(step(operation, here, random, depth)));
        }
        (forkJoin ? world.forkJoin : world.cached).invokeAll(tasks);
    }

    private void invokeAny(Run here, Random random, int depth) throws InterruptedException, ExecutionException {
        boolean forkJoin = random.nextBoolean();
        String operation = forkJoin ? "ForkJoinPool.invokeAny" : "ExecutorService.invokeAny";
        (forkJoin ? world.forkJoin : world.cached)
                .invokeAny(List.of(
                        callable(optional(operation, here, random, MAX_DEPTH)),
                        callable(optional(operation, here, random, MAX_DEPTH))));
    }

    private void completionService(Run here, Random random, int depth) throws InterruptedException {
        ExecutorCompletionService<Integer> service =
                new ExecutorCompletionService<>(random.nextBoolean() ? world.cached : world.forkJoin);
        service.submit(callable(step("CompletionService.submit", here, random, depth)));
        service.take();
    }

    static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
