package dev.longstack.recordings.truth;

import dev.longstack.context.AsyncContext;
import dev.longstack.context.Scope;
import dev.longstack.recordings.truth.RandomProgram.Action;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

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
                this::passedOn,
                this::composed,
                this::complete,
                this::timeout,
                this::completedFromNowhere);
    }

    Executor executor(Random random) {
        List<Executor> all =
                List.of(world.linked, world.array, world.forkJoin, ForkJoinPool.commonPool(), world.scheduled);
        return all.get(random.nextInt(all.size()));
    }

    /** A function's run: notes itself for what follows it. */
    Runnable stage(String method, Run here, Random random, int depth, Supplier<Trigger> trigger, Consumer<Run> noted) {
        long seed = random.nextLong();
        return program.waitedFor(() -> {
            Run run = truth.ran("CompletableFuture." + method, here, trigger.get());
            noted.accept(run);
            program.body(run, seed, depth);
        });
    }

    Runnable stage(String method, Run here, Random random, int depth, Supplier<Trigger> trigger) {
        return stage(method, here, random, depth, trigger, run -> {});
    }

    private Runnable stage(String method, Run here, Random random, int depth) {
        return stage(method, here, random, depth, () -> Trigger.NONE);
    }

    /** Completes it from here, from another step, or from the second of two steps. */
    private void completeSomehow(Run here, Random random, Consumer<Run> completion) {
        switch (random.nextInt(3)) {
            case 0 -> completion.accept(here);
            case 1 -> completeElsewhere(here, completion);
            default -> {
                Source first = new Source();
                first.future.thenRun(program.waitedFor(
                        () -> completion.accept(truth.ran("CompletableFuture.thenRun", here, first.trigger()))));
                completeElsewhere(here, first::complete);
            }
        }
    }

    private void completeElsewhere(Run here, Consumer<Run> completion) {
        world.linked.execute(program.waitedFor(() -> completion.accept(truth.ran("ThreadPoolExecutor.execute", here))));
    }

    private void async(Run here, Random random, int depth) {
        Executor executor = executor(random);
        if (random.nextBoolean()) {
            CompletableFuture.runAsync(stage("runAsync", here, random, depth), executor);
        } else {
            Runnable stage = stage("supplyAsync", here, random, depth);
            CompletableFuture.supplyAsync(() -> one(stage), executor);
        }
        Runnable stage = stage("completeAsync", here, random, depth);
        new CompletableFuture<Integer>().completeAsync(() -> one(stage), executor);
    }

    private void delayed(Run here, Random random, int depth) {
        Executor later = CompletableFuture.delayedExecutor(1, TimeUnit.MILLISECONDS, executor(random));
        Runnable stage = stage("supplyAsync", here, random, depth);
        CompletableFuture.supplyAsync(() -> one(stage), later);
    }

    static int one(Runnable stage) {
        stage.run();
        return 1;
    }

    /** Each stage is triggered by the one before it. */
    private void chain(Run here, Random random, int depth) {
        Source source = new Source();
        CompletableFuture<Integer> future = source.future;
        Supplier<Trigger> trigger = source::trigger;
        for (int i = 0; i < 4; i++) {
            Noted run = new Noted();
            future = next(future, here, random, depth, trigger, run::set);
            trigger = run::trigger;
        }
        completeSomehow(here, random, source::complete);
    }

    private CompletableFuture<Integer> next(
            CompletableFuture<Integer> before,
            Run here,
            Random random,
            int depth,
            Supplier<Trigger> trigger,
            Consumer<Run> noted) {
        Executor executor = executor(random);
        boolean async = random.nextBoolean();
        String suffix = async ? "Async" : "";
        String method = List.of("thenApply", "whenComplete", "handle", "thenAccept", "thenRun", "thenCompose")
                .get(random.nextInt(6));
        Runnable stage = stage(method + suffix, here, random, depth, trigger, noted);
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
    static CompletableFuture<Integer> relay(CompletableFuture<?> future) {
        return (CompletableFuture<Integer>) future;
    }

    /** Through stages whose functions are not for this outcome. */
    private void passedOn(Run here, Random random, int depth) {
        Source source = new Source();
        boolean fails = random.nextBoolean();
        Runnable stage = stage(fails ? "exceptionally" : "thenApply", here, random, depth, source::trigger);
        Runnable handled = stage("handle", here, random, depth, source::trigger);
        CountDownLatch registered = new CountDownLatch(1);
        boolean supplied = random.nextBoolean();
        CompletableFuture<Integer> future = supplied ? supplied(source, here, fails, registered) : source.future;
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            future = fails ? notForFailure(future, here, random) : notForSuccess(future, here);
        }
        if (fails) {
            future.exceptionally(e -> one(stage));
        } else {
            future.thenApply(x -> one(stage));
        }
        future.handle((x, e) -> one(handled));
        registered.countDown();
        if (!supplied) {
            completeSomehow(here, random, fails ? source::fail : source::complete);
        }
    }

    /** Completed when its supplier's run is over, which is all that there is of the source. */
    private CompletableFuture<Integer> supplied(Source source, Run here, boolean fails, CountDownLatch registered) {
        truth.expect();
        return CompletableFuture.supplyAsync(
                () -> {
                    source.completer = truth.ran("CompletableFuture.supplyAsync", here);
                    RandomProgram.awaitQuietly(registered);
                    truth.done();
                    if (fails) {
                        throw new IllegalStateException("planned");
                    }
                    return 1;
                },
                world.cached);
    }

    private CompletableFuture<Integer> notForSuccess(CompletableFuture<Integer> before, Run here) {
        truth.never("CompletableFuture.exceptionally", here);
        return before.exceptionally(e -> 0);
    }

    private CompletableFuture<Integer> notForFailure(CompletableFuture<Integer> before, Run here, Random random) {
        String method =
                List.of("thenApply", "thenAccept", "thenRun", "thenCompose").get(random.nextInt(4));
        boolean async = random.nextBoolean();
        Executor executor = executor(random);
        truth.never("CompletableFuture." + method + (async ? "Async" : ""), here);
        return switch (method) {
            case "thenApply" -> async ? before.thenApplyAsync(x -> x, executor) : before.thenApply(x -> x);
            case "thenAccept" -> relay(async ? before.thenAcceptAsync(x -> {}, executor) : before.thenAccept(x -> {}));
            case "thenRun" -> relay(async ? before.thenRunAsync(() -> {}, executor) : before.thenRun(() -> {}));
            default -> async ? before.thenComposeAsync(x -> before, executor) : before.thenCompose(x -> before);
        };
    }

    /** The inner future is completed elsewhere, mostly after the function has returned it. */
    private void composed(Run here, Random random, int depth) {
        Source outer = new Source();
        Source inner = new Source();
        truth.expect();
        CompletableFuture<Integer> composed = outer.future.thenCompose(x -> {
            Run run = truth.ran("CompletableFuture.thenCompose", here, outer.trigger());
            completeElsewhere(run, inner::complete);
            sleep();
            truth.done();
            return inner.future;
        });
        // where the inner future was complete already, the run of thenCompose hands it on
        composed.thenAccept(x -> {});
        completeSomehow(here, random, outer::complete);
    }

    private static void sleep() {
        try {
            TimeUnit.MILLISECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Without an executor there is no hop: the caller runs the function. */
    private void complete(Run here, Random random, int depth) {
        CompletableFuture<Integer> done = CompletableFuture.completedFuture(1);
        done.thenApply(x -> {
            truth.inline(here);
            return x;
        });
        Runnable stage = stage("thenApplyAsync", here, random, depth);
        done.thenApplyAsync(x -> one(stage), executor(random));
        Runnable handled = stage("handleAsync", here, random, depth);
        done.handleAsync((x, e) -> one(handled), executor(random));
    }

    /** The JDK's timer completes it, which is in nobody's context; it is set once there is something to follow. */
    private void timeout(Run here, Random random, int depth) {
        Runnable stage = stage("thenRun", here, random, depth);
        CompletableFuture<Integer> completed = new CompletableFuture<>();
        completed.thenRun(stage);
        completed.completeOnTimeout(1, 1 + random.nextInt(50), TimeUnit.MILLISECONDS);
        Runnable handled = stage("handle", here, random, depth);
        CompletableFuture<Integer> failed = new CompletableFuture<>();
        failed.handle((x, e) -> one(handled));
        failed.orTimeout(1 + random.nextInt(50), TimeUnit.MILLISECONDS);
    }

    /** Who completes it is in no context, and so is whom what follows is triggered by. */
    @SuppressWarnings("try") // the scope is closed, not used
    private void completedFromNowhere(Run here, Random random, int depth) {
        Source source = new Source();
        Runnable stage = stage("thenRun", here, random, depth);
        notForSuccess(source.future, here).thenRun(stage);
        try (Scope nothing = AsyncContext.detach()) {
            source.complete(Run.NOWHERE);
        }
    }
}
