package dev.longstack.recordings.truth;

import dev.longstack.context.AsyncContext;
import dev.longstack.context.Scope;
import dev.longstack.deferred.Deferred;
import dev.longstack.recordings.truth.RandomProgram.Action;
import java.util.List;
import java.util.Random;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/** Work that goes through a queue of somebody's own to a loop that all programs feed. */
@SuppressWarnings("FutureReturnValueIgnored") // the programs are about the calls
final class RandomLoops {
    private final World world;
    private final Truth truth;
    private final RandomProgram program;

    RandomLoops(World world, Truth truth, RandomProgram program) {
        this.world = world;
        this.truth = truth;
        this.program = program;
    }

    List<Action> actions() {
        return List.of(
                this::worker,
                this::worker,
                this::worker,
                this::hired,
                this::drain,
                this::drain,
                this::drainHere,
                this::serial,
                this::published);
    }

    /** What is done for the program in a run that may be anybody's. */
    private Consumer<Run> piece(Random random, int depth) {
        truth.expect();
        long seed = random.nextLong();
        return here -> {
            try {
                program.body(here, seed, depth);
            } finally {
                truth.done();
            }
        };
    }

    /** The same in a request that begins and ends in there. */
    @SuppressWarnings("try") // the scope is closed, not used
    private Consumer<Run> request(Random random, int depth) {
        truth.expect();
        long seed = random.nextLong();
        return here -> {
            AsyncContext request = AsyncContext.request("element");
            try (Scope scope = request.beginRun()) {
                program.body(truth.request(request, "element"), seed, depth);
            } finally {
                truth.done();
            }
        };
    }

    private void worker(Run here, Random random, int depth) {
        List<Worker> workers = world.workers;
        Worker worker = workers.get(random.nextInt(workers.size()));
        worker.startOnce(truth, here, this::beforeItTakes);
        boolean asTask = random.nextBoolean();
        switch (random.nextInt(5)) {
            case 0 ->
                worker.hand(new FutureTask<>(RandomProgram.callable(program.step("FutureTask", here, random, depth))));
            case 1 -> worker.hand(Deferred.wrap("Truth.put").runnable(program.step("Truth.put", here, random, depth)));
            case 2 -> worker.hand(request(random, depth), asTask);
            default -> worker.hand(piece(random, depth), asTask);
        }
    }

    /** Until then all that it does is its starter's. */
    private void beforeItTakes(Run loop) {
        world.linked.execute(program.step("ThreadPoolExecutor.execute", loop, new Random(0), RandomProgram.MAX_DEPTH));
    }

    private void hired(Run here, Random random, int depth) {
        Hirer hirer = world.hirers.get(random.nextInt(world.hirers.size()));
        hirer.hand(piece(random, depth), truth, here);
    }

    private void drain(Run here, Random random, int depth) {
        Drain drain = world.drains.get(random.nextInt(world.drains.size()));
        drain.add(piece(random, depth), truth, here);
    }

    /** In a step that does nothing else: it may find the work of others in there. */
    private void drainHere(Run here, Random random, int depth) {
        Consumer<Run> piece = piece(random, depth);
        Belonging own = here.belonging().maybeUnknown("drain");
        world.linked.execute(program.waitedFor(() -> {
            Run run = truth.ran("ThreadPoolExecutor.execute", here, own);
            world.drainHere.add(piece, truth, run.belongingTo(here.belonging()));
        }));
    }

    /** From a step that does nothing else; a request's own run may take what it likes. */
    private void serial(Run here, Random random, int depth) {
        Consumer<Run> piece = piece(random, depth);
        if (depth == 1) {
            world.serial.execute(piece, truth, here);
            return;
        }
        Belonging own = here.belonging().maybeUnknown("serial");
        world.linked.execute(program.waitedFor(() -> {
            Run run = truth.ran("ThreadPoolExecutor.execute", here, own);
            world.serial.execute(piece, truth, run.belongingTo(here.belonging()).afterTake("serial"));
        }));
    }

    /** Whoever's run that is in the end, it is not another program's. */
    private void published(Run here, Random random, int depth) {
        Consumer<Run> piece = piece(random, depth);
        world.publisher.submit(ignored -> piece.accept(
                Run.of(AsyncContext.currentId(), 1, here.belonging()).anyhow("publisher")));
    }
}
