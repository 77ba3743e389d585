package dev.longstack.recordings.truth;

import dev.longstack.recordings.truth.RandomProgram.Action;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Futures that come together: of all, the last one triggers what follows; of any, the first. */
@SuppressWarnings("FutureReturnValueIgnored") // the programs are about the calls
final class RandomFanIns {
    private static final List<String> OF_BOTH = List.of("thenCombine", "thenAcceptBoth", "runAfterBoth");
    private static final List<String> OF_EITHER = List.of("applyToEither", "acceptEither", "runAfterEither");

    private final World world;
    private final Truth truth;
    private final RandomProgram program;
    private final RandomStages stages;

    RandomFanIns(World world, Truth truth, RandomProgram program) {
        this.world = world;
        this.truth = truth;
        this.program = program;
        this.stages = new RandomStages(world, truth, program);
    }

    List<Action> actions() {
        return List.of(this::inTurn, this::inTurn, this::failingInTurn, this::race, this::race, this::race);
    }

    /**
     * A future that is complete with the one of several sources that is this many-th in turn.
     *
     * @param completer who completed it, once it is
     */
    private record Arm(CompletableFuture<Integer> future, int turn, Supplier<Run> completer) {
        Trigger trigger() {
            return Trigger.of(completer.get());
        }
    }

    /** Nested in any way, and completed one after another: the trigger is known, whatever the nesting. */
    private void inTurn(Run here, Random random, int depth) {
        List<Source> sources = sources(random);
        Join join = (method, left, right, decides) -> staged(method, left, right, decides, here, random, depth);
        Arm joined = joined(shuffled(sources, random), random, join);
        joined.future.thenRun(stages.stage("thenRun", here, random, depth, joined::trigger));
        completeInTurn(sources.iterator(), here, Source::complete);
    }

    /** Nothing in between is for failures. */
    private void failingInTurn(Run here, Random random, int depth) {
        List<Source> sources = sources(random);
        Arm joined = joined(shuffled(sources, random), random, (method, left, right, decides) -> {
            truth.never("CompletableFuture." + method, here);
            return new Arm(fanIn(method, left.future, right.future, () -> {}, null), decides.turn, decides.completer);
        });
        Runnable stage = stages.stage("handle", here, random, depth, joined::trigger);
        joined.future.handle((x, e) -> RandomStages.one(stage));
        completeInTurn(sources.iterator(), here, Source::fail);
    }

    private static List<Source> sources(Random random) {
        return Stream.generate(Source::new).limit(2 + random.nextInt(4)).toList();
    }

    private static List<Arm> shuffled(List<Source> sources, Random random) {
        List<Arm> arms = new ArrayList<>();
        for (Source source : sources) {
            arms.add(new Arm(source.future, arms.size(), () -> source.completer));
        }
        Collections.shuffle(arms, random);
        return arms;
    }

    /** Joins two by a step. */
    private interface Join {
        Arm join(String method, Arm left, Arm right, Arm decides);
    }

    private static Arm joined(List<Arm> arms, Random random, Join join) {
        if (arms.size() == 1) {
            return arms.get(0);
        }
        boolean any = random.nextBoolean();
        if (random.nextInt(3) == 0) {
            return relayed(arms, any);
        }
        int middle = 1 + random.nextInt(arms.size() - 1);
        Arm left = joined(arms.subList(0, middle), random, join);
        Arm right = joined(arms.subList(middle, arms.size()), random, join);
        List<Arm> both = List.of(left, right);
        String method = (any ? OF_EITHER : OF_BOTH).get(random.nextInt(3));
        return random.nextInt(3) == 0 ? relayed(both, any) : join.join(method, left, right, deciding(both, any));
    }

    /** By {@code allOf} or {@code anyOf}, which are no steps. */
    private static Arm relayed(List<Arm> arms, boolean any) {
        CompletableFuture<?>[] futures = arms.stream().map(Arm::future).toArray(CompletableFuture<?>[]::new);
        CompletableFuture<?> future = any ? CompletableFuture.anyOf(futures) : CompletableFuture.allOf(futures);
        Arm decides = deciding(arms, any);
        return new Arm(RandomStages.relay(future), decides.turn, decides.completer);
    }

    /** By a step, which is then who completes what follows. */
    private Arm staged(String method, Arm left, Arm right, Arm decides, Run here, Random random, int depth) {
        Noted run = new Noted();
        Runnable stage = stages.stage(method, here, random, depth, decides::trigger, run::set);
        return new Arm(fanIn(method, left.future, right.future, stage, null), decides.turn, run::get);
    }

    private static Arm deciding(List<Arm> arms, boolean any) {
        Comparator<Arm> byTurn = Comparator.comparingInt(Arm::turn);
        return any ? Collections.min(arms, byTurn) : Collections.max(arms, byTurn);
    }

    /** Each from inside a step that begins after the one before it was completed with all that follows from it. */
    private void completeInTurn(Iterator<Source> sources, Run here, BiConsumer<Source, Run> completion) {
        if (!sources.hasNext()) {
            return;
        }
        Source next = sources.next();
        world.array.execute(program.waitedFor(() -> {
            Run run = truth.ran("ThreadPoolExecutor.execute", here);
            completion.accept(next, run);
            completeInTurn(sources, run, completion);
        }));
    }

    private static CompletableFuture<Integer> fanIn(
            String method,
            CompletableFuture<Integer> left,
            CompletableFuture<Integer> right,
            Runnable stage,
            @Nullable Executor executor) {
        return switch (method) {
            case "thenCombine" ->
                executor == null
                        ? left.thenCombine(right, (x, y) -> RandomStages.one(stage))
                        : left.thenCombineAsync(right, (x, y) -> RandomStages.one(stage), executor);
            case "thenAcceptBoth" ->
                RandomStages.relay(
                        executor == null
                                ? left.thenAcceptBoth(right, (x, y) -> stage.run())
                                : left.thenAcceptBothAsync(right, (x, y) -> stage.run(), executor));
            case "runAfterBoth" ->
                RandomStages.relay(
                        executor == null
                                ? left.runAfterBoth(right, stage)
                                : left.runAfterBothAsync(right, stage, executor));
            case "applyToEither" ->
                executor == null
                        ? left.applyToEither(right, x -> RandomStages.one(stage))
                        : left.applyToEitherAsync(right, x -> RandomStages.one(stage), executor);
            case "acceptEither" ->
                RandomStages.relay(
                        executor == null
                                ? left.acceptEither(right, x -> stage.run())
                                : left.acceptEitherAsync(right, x -> stage.run(), executor));
            default ->
                RandomStages.relay(
                        executor == null
                                ? left.runAfterEither(right, stage)
                                : left.runAfterEitherAsync(right, stage, executor));
        };
    }

    /** Two asynchronous suppliers that take as long as they like, or one strictly after the other. */
    private void race(Run here, Random random, int depth) {
        boolean any = random.nextBoolean();
        boolean relayed = random.nextInt(3) == 0;
        Race race = new Race(random.nextBoolean());
        CompletableFuture<Integer> left = supplied(race.left, here, random, depth);
        CompletableFuture<Integer> right = supplied(race.right, here, random, depth);
        Executor executor = random.nextBoolean() ? stages.executor(random) : null;
        race.left.future = left;
        race.right.future = right;
        Supplier<Trigger> trigger = any ? race::first : race::last;
        if (relayed) {
            CompletableFuture<?>[] both = {left, right};
            CompletableFuture<?> relay = any ? CompletableFuture.anyOf(both) : CompletableFuture.allOf(both);
            relay.thenRun(stages.stage("thenRun", here, random, depth, trigger));
        } else {
            String method = (any ? OF_EITHER : OF_BOTH).get(random.nextInt(3));
            String name = method + (executor == null ? "" : "Async");
            fanIn(method, left, right, stages.stage(name, here, random, depth, trigger), executor);
        }
        race.registered.countDown();
    }

    /** Its executor notes when the task has returned, and with it all that it completed. */
    private CompletableFuture<Integer> supplied(Race.Runner runner, Run here, Random random, int depth) {
        long delayMicros = random.nextInt(2_000);
        long seed = random.nextLong();
        Executor noting = task -> world.cached.execute(() -> {
            task.run();
            runner.returned = true;
        });
        truth.expect();
        return CompletableFuture.supplyAsync(
                () -> {
                    runner.begin(truth.ran("CompletableFuture.supplyAsync", here), delayMicros);
                    program.body(runner.run, seed, depth);
                    runner.end();
                    truth.done();
                    return 1;
                },
                noting);
    }
}
