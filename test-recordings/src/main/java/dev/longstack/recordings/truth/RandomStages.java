package dev.longstack.recordings.truth;

import dev.longstack.recordings.truth.RandomProgram.Action;
import dev.longstack.recordings.truth.Truth.Run;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** The ways of CompletableFuture. Who completes a future notes its id first, so that what follows knows its trigger. */
@SuppressWarnings("FutureReturnValueIgnored") // the programs are about the calls
final class RandomStages {
    private final World world;
    private final Truth truth;
    private final RandomProgram program;

    RandomStages(World world, Truth truth, RandomProgram program) {
        this.world = world;
        this.truth = truth;
        this.program = program;
    }

    List<Action> actions() {
        return List.of(
                this::async,
                this::delayed,
                this::chain,
                this::failure,
                this::composed,
                this::combined,
                this::either,
                this::all,
                this::complete,
                this::timeout);
    }

    /** A future with the id of what completed it. */
    private static final class Source {
        final CompletableFuture<Integer> future = new CompletableFuture<>();
        final AtomicLong completer = new AtomicLong();

        void complete(Run here) {
            completer.set(here.contextId());
            future.complete(1);
        }
    }

    private Executor executor(Random random) {
        List<Executor> all =
                List.of(world.linked, world.array, world.forkJoin, ForkJoinPool.commonPool(), world.scheduled);
        return all.get(random.nextInt(all.size()));
    }

    /** A function's run: notes its own id for what follows it. */
    private Runnable stage(
            String method,
            Run here,
            Random random,
            int depth,
            LongSupplier trigger,
            boolean maybeUnknown,
            AtomicLong id) {
        truth.expect();
        long seed = random.nextLong();
        return () -> {
            try {
                Run run = truth.ran("CompletableFuture." + method, here, 1, trigger, maybeUnknown);
                id.set(run.contextId());
                program.body(run, seed, depth);
            } finally {
                truth.done();
            }
        };
    }

    private Runnable stage(String method, Run here, Random random, int depth, LongSupplier trigger) {
        return stage(method, here, random, depth, trigger, false, new AtomicLong());
    }

    /** Completes it from here, from another step, or from the second of two steps. */
    private void completeSomehow(Source source, Run here, Random random) {
        switch (random.nextInt(3)) {
            case 0 -> source.complete(here);
            case 1 -> completeElsewhere(source, here, () -> {});
            default -> {
                Source first = new Source();
                truth.expect();
                first.future.thenRun(() -> {
                    Run run = truth.ran("CompletableFuture.thenRun", here, 1, first.completer::get, false);
                    source.complete(run);
                    truth.done();
                });
                completeElsewhere(first, here, () -> {});
            }
        }
    }

    private void completeElsewhere(Source source, Run here, Runnable afterwards) {
        truth.expect();
        world.linked.execute(() -> {
            Run run = truth.ran("ThreadPoolExecutor.execute", here, 1, () -> 0, false);
            source.complete(run);
            afterwards.run();
            truth.done();
        });
    }

    private void async(Run here, Random random, int depth) {
        Executor executor = executor(random);
        if (random.nextBoolean()) {
            CompletableFuture.runAsync(stage("runAsync", here, random, depth, () -> 0), executor);
        } else {
            Runnable stage = stage("supplyAsync", here, random, depth, () -> 0);
            CompletableFuture.supplyAsync(() -> one(stage), executor);
        }
        Runnable stage = stage("completeAsync", here, random, depth, () -> 0);
        new CompletableFuture<Integer>().completeAsync(() -> one(stage), executor);
    }

    private void delayed(Run here, Random random, int depth) {
        Executor later = CompletableFuture.delayedExecutor(1, TimeUnit.MILLISECONDS, executor(random));
        Runnable stage = stage("supplyAsync", here, random, depth, () -> 0);
        CompletableFuture.supplyAsync(() -> one(stage), later);
    }

    private static int one(Runnable stage) {
        stage.run();
        return 1;
    }

    /** Each stage is triggered by the one before it. */
    private void chain(Run here, Random random, int depth) {
        Source source = new Source();
        CompletableFuture<Integer> future = source.future;
        AtomicLong trigger = source.completer;
        for (int i = 0; i < 4; i++) {
            AtomicLong id = new AtomicLong();
            AtomicLong before = trigger;
            future = next(future, here, random, depth, before::get, id);
            trigger = id;
        }
        completeSomehow(source, here, random);
    }

    private CompletableFuture<Integer> next(
            CompletableFuture<Integer> before,
            Run here,
            Random random,
            int depth,
            LongSupplier trigger,
            AtomicLong id) {
        Executor executor = executor(random);
        boolean async = random.nextBoolean();
        String suffix = async ? "Async" : "";
        String method = List.of("thenApply", "whenComplete", "handle", "thenAccept", "thenRun", "thenCompose")
                .get(random.nextInt(6));
        Runnable stage = stage(method + suffix, here, random, depth, trigger, false, id);
        return switch (method) {
            case "thenApply" ->
                async ? before.thenApplyAsync(x -> one(stage), executor) : before.thenApply(x -> one(stage));
            case "whenComplete" ->
                async
                        ? before.whenCompleteAsync((x, e) -> stage.run(), executor)
                        : before.whenComplete((x, e) -> stage.run());
            case "handle" ->
                async ? before.handleAsync((x, e) -> one(stage), executor) : before.handle((x, e) -> one(stage));
            case "thenAccept" ->
                relay(async ? before.thenAcceptAsync(x -> stage.run(), executor) : before.thenAccept(x -> stage.run()));
            case "thenRun" -> relay(async ? before.thenRunAsync(stage, executor) : before.thenRun(stage));
            default ->
                async
                        ? before.thenComposeAsync(x -> CompletableFuture.completedFuture(one(stage)), executor)
                        : before.thenCompose(x -> CompletableFuture.completedFuture(one(stage)));
        };
    }

    /** The same future for a chain of integers: nobody asks for its value. */
    @SuppressWarnings("unchecked")
    private static CompletableFuture<Integer> relay(CompletableFuture<Void> future) {
        return (CompletableFuture<Integer>) (CompletableFuture<?>) future;
    }

    private void failure(Run here, Random random, int depth) {
        Source source = new Source();
        source.future.thenApply(x -> x);
        truth.never("CompletableFuture.thenApply", here);
        Runnable stage = stage("exceptionally", here, random, depth, source.completer::get);
        source.future.exceptionally(e -> one(stage));
        truth.expect();
        world.linked.execute(() -> {
            Run run = truth.ran("ThreadPoolExecutor.execute", here, 1, () -> 0, false);
            source.completer.set(run.contextId());
            source.future.completeExceptionally(new IllegalStateException("planned"));
            truth.done();
        });
    }

    /** What follows is triggered by who completed the inner future. */
    private void composed(Run here, Random random, int depth) {
        Source outer = new Source();
        Source inner = new Source();
        truth.expect();
        CompletableFuture<Integer> composed = outer.future.thenCompose(x -> {
            Run run = truth.ran("CompletableFuture.thenCompose", here, 1, outer.completer::get, false);
            completeElsewhere(inner, run, () -> {});
            sleep();
            truth.done();
            return inner.future;
        });
        // where the inner future was complete already, the run of thenCompose hands it on
        composed.thenAccept(x -> {});
        completeSomehow(outer, here, random);
    }

    private static void sleep() {
        try {
            TimeUnit.MILLISECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void combined(Run here, Random random, int depth) {
        Source first = new Source();
        Source second = new Source();
        boolean swapped = random.nextBoolean();
        Runnable stage = stage("thenCombine", here, random, depth, second.completer::get, true, new AtomicLong());
        CompletableFuture<Integer> a = swapped ? second.future : first.future;
        CompletableFuture<Integer> b = swapped ? first.future : second.future;
        a.thenCombine(b, (x, y) -> one(stage));
        completeElsewhere(first, here, () -> completeAfter(first, second));
    }

    /** From inside the step that completed the other one. */
    private void completeAfter(Source first, Source second) {
        truth.expect();
        Run parent = new Run(first.completer.get(), 1);
        world.array.execute(() -> {
            Run run = truth.ran("ThreadPoolExecutor.execute", parent, 1, () -> 0, false);
            second.complete(run);
            truth.done();
        });
    }

    private void either(Run here, Random random, int depth) {
        Source first = new Source();
        Source second = new Source();
        if (random.nextBoolean()) {
            Runnable stage = stage("acceptEither", here, random, depth, first.completer::get);
            first.future.acceptEither(second.future, x -> stage.run());
        } else {
            Runnable stage = stage("thenAccept", here, random, depth, first.completer::get);
            CompletableFuture.anyOf(second.future, first.future).thenAccept(x -> stage.run());
        }
        completeElsewhere(first, here, () -> completeAfter(first, second));
    }

    private void all(Run here, Random random, int depth) {
        Source first = new Source();
        Source second = new Source();
        Runnable stage = stage("thenRun", here, random, depth, second.completer::get, true, new AtomicLong());
        CompletableFuture.allOf(first.future, second.future).thenRun(stage);
        completeElsewhere(first, here, () -> completeAfter(first, second));
    }

    /** Without an executor there is no hop: the caller runs the function. */
    private void complete(Run here, Random random, int depth) {
        CompletableFuture<Integer> done = CompletableFuture.completedFuture(1);
        done.thenApply(x -> {
            truth.inline(here);
            return x;
        });
        Runnable stage = stage("thenApplyAsync", here, random, depth, () -> 0);
        done.thenApplyAsync(x -> one(stage), executor(random));
        Runnable handled = stage("handleAsync", here, random, depth, () -> 0);
        done.handleAsync((x, e) -> one(handled), executor(random));
    }

    /** The JDK's timer completes it, which is in nobody's context; late enough to find what follows. */
    private void timeout(Run here, Random random, int depth) {
        Runnable stage = stage("thenRun", here, random, depth, () -> 0);
        new CompletableFuture<Integer>()
                .completeOnTimeout(1, 50, TimeUnit.MILLISECONDS)
                .thenRun(stage);
        Runnable handled = stage("handle", here, random, depth, () -> 0);
        new CompletableFuture<Integer>().orTimeout(50, TimeUnit.MILLISECONDS).handle((x, e) -> one(handled));
    }
}
