package dev.longstack.recordings.truth;

import dev.longstack.context.AsyncContext;
import dev.longstack.context.Scope;
import dev.longstack.recordings.truth.RandomProgram.Action;
import dev.longstack.recordings.truth.Worker.Place;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Requests inside of tasks, work outside of any request, and queues that make nothing unknown. */
@SuppressWarnings("FutureReturnValueIgnored") // the programs are about the calls
final class RandomRequests {
    private final World world;
    private final Truth truth;
    private final RandomProgram program;

    RandomRequests(World world, Truth truth, RandomProgram program) {
        this.world = world;
        this.truth = truth;
        this.program = program;
    }

    List<Action> actions() {
        return List.of(
                this::outside,
                this::carried,
                this::inside,
                this::emptyQueue,
                this::queueOfData,
                this::taskTakes,
                this::requestTakes,
                this::continuationTakes);
    }

    @SuppressWarnings("try") // the scope is closed, not used
    private void outside(Run here, Random random, int depth) {
        try (Scope nothing = AsyncContext.detach()) {
            world.linked.execute(program.step("ThreadPoolExecutor.execute", Run.NOWHERE, random, depth));
        }
    }

    /** A task of nobody begins a request: both are in the recording, or neither. */
    @SuppressWarnings("try") // the scope is closed, not used
    private void carried(Run here, Random random, int depth) {
        long seed = random.nextLong();
        try (Scope nothing = AsyncContext.detach()) {
            world.linked.execute(program.waitedFor(() -> {
                Run task = truth.ran("ThreadPoolExecutor.execute", Run.NOWHERE);
                request(seed, depth, task);
            }));
        }
    }

    @SuppressWarnings("try") // the scope is closed, not used
    private void request(long seed, int depth, Run task) {
        AsyncContext request = AsyncContext.request("carried");
        try (Scope scope = request.beginRun()) {
            Run here = truth.request(request, "carried");
            truth.carries(task, here);
            program.body(here, seed, depth);
        }
    }

    /** A request inside of another one is a tree of its own. */
    @SuppressWarnings("try") // the scope is closed, not used
    private void inside(Run here, Random random, int depth) {
        AsyncContext request = AsyncContext.request("inner");
        try (Scope scope = request.beginRun()) {
            Run inner = truth.request(request, "inner");
            world.cached.execute(program.step("ThreadPoolExecutor.execute", inner, random, depth));
        }
    }

    /** Nothing was taken. */
    private void emptyQueue(Run here, Random random, int depth) {
        Runnable step = program.step("ThreadPoolExecutor.execute", here, random, depth);
        Queue<Object> queue = random.nextBoolean() ? new LinkedBlockingQueue<>() : new ConcurrentLinkedQueue<>();
        if (queue.poll() == null && queue.peek() == null) {
            world.linked.execute(step);
        }
    }

    /** What was taken is no work. */
    private void queueOfData(Run here, Random random, int depth) {
        Queue<String> queue = new ArrayDeque<>(List.of("first", "second"));
        queue.remove();
        queue.poll();
        world.linked.execute(program.step("ThreadPoolExecutor.execute", here, random, depth));
    }

    /** Before that it works for who scheduled it, after that for nobody knows whom. */
    private void taskTakes(Run here, Random random, int depth) {
        Place place = world.places.get(random.nextInt(world.places.size()));
        long before = random.nextLong();
        long after = random.nextLong();
        Belonging own = here.belonging().ofQueue(place.kind());
        place.executor().execute(program.waitedFor(() -> {
            Run run = truth.ran(place.operation(), here, own).belongingTo(here.belonging());
            program.body(run, before, depth);
            new LinkedBlockingQueue<>(List.of("element")).remove();
            program.body(run.afterTake(place.kind()), after, depth);
        }));
    }

    /** Its own run knows for whom it works, whatever it takes. */
    @SuppressWarnings("try") // the scope is closed, not used
    private void requestTakes(Run here, Random random, int depth) {
        AsyncContext request = AsyncContext.request("taking");
        try (Scope scope = request.beginRun()) {
            Run inner = truth.request(request, "taking");
            new LinkedBlockingQueue<>(List.of("element")).remove();
            world.cached.execute(program.step("ThreadPoolExecutor.execute", inner, random, depth));
        }
    }

    private void continuationTakes(Run here, Random random, int depth) {
        Source source = new Source();
        long seed = random.nextLong();
        source.future.thenRun(program.waitedFor(() -> {
            Run run = truth.ran("CompletableFuture.thenRun", here, source.trigger());
            new LinkedBlockingQueue<>(List.of("element")).remove();
            program.body(run, seed, depth);
        }));
        source.complete(here);
    }
}
