package dev.longstack.recordings.truth;

import dev.longstack.deferred.Deferred;
import dev.longstack.recordings.truth.RandomProgram.Action;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;

/** Threads of a program's own, with tasks that bring their own context and tasks that don't. */
@SuppressWarnings("FutureReturnValueIgnored") // the programs are about the calls
final class RandomThreads {
    private static final String KIND = "thread";
    private static final List<ThreadStart> STARTS = ThreadStart.all();

    private final World world;
    private final Truth truth;
    private final RandomProgram program;

    RandomThreads(World world, Truth truth, RandomProgram program) {
        this.world = world;
        this.truth = truth;
        this.program = program;
    }

    List<Action> actions() {
        return List.of(this::thread, this::thread, this::withOwnContext, this::startedElsewhere, this::executor);
    }

    private static ThreadStart anyStart(Random random) {
        return STARTS.get(random.nextInt(STARTS.size()));
    }

    /** Who started it is its parent; for whom it and all below it works is not known. */
    private void thread(Run here, Random random, int depth) {
        ThreadStart way = anyStart(random);
        world.start(way, program.step(way.operation(), here, here.belonging().ofThread(KIND), random, depth));
    }

    /** Whoever starts the thread, the task belongs to who made it. */
    private Runnable taskWithOwnContext(Run here, Random random, int depth) {
        if (random.nextBoolean()) {
            return new FutureTask<>(RandomProgram.callable(program.step("FutureTask", here, random, depth)));
        }
        return Deferred.wrap("Truth.wrap").runnable(program.step("Truth.wrap", here, random, depth));
    }

    private void withOwnContext(Run here, Random random, int depth) {
        world.start(anyStart(random), taskWithOwnContext(here, random, depth));
    }

    private void startedElsewhere(Run here, Random random, int depth) {
        ThreadStart way = anyStart(random);
        Runnable task = taskWithOwnContext(here, random, depth);
        world.linked.execute(program.waitedFor(() -> {
            truth.ran("ThreadPoolExecutor.execute", here);
            world.start(way, task);
        }));
    }

    private void executor(Run here, Random random, int depth) {
        ThreadStart way = anyStart(random);
        CompletableFuture.runAsync(
                program.step("CompletableFuture.runAsync", here, random, depth), task -> world.start(way, task));
    }
}
