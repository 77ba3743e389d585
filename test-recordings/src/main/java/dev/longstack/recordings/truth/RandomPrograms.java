package dev.longstack.recordings.truth;

import dev.longstack.context.AsyncContext;
import dev.longstack.context.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Runs as many random programs as asked for, some of them at the same time, each under a request of its own: {@code FIRST_SEED
 * COUNT}.
 */
public final class RandomPrograms {
    private static final int AT_A_TIME = 4;
    private static final int NAMES = 7;

    private RandomPrograms() {}

    public static void main(String[] args) throws Exception {
        AtomicLong next = new AtomicLong(Long.parseLong(args[0]));
        long end = next.get() + Integer.parseInt(args[1]);
        try (World world = new World()) {
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < AT_A_TIME; i++) {
                Thread thread = new Thread(() -> run(world, next, end), "programs " + i);
                threads.add(thread);
                thread.start();
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }
        System.out.println("end " + AsyncContext.currentId());
    }

    @SuppressWarnings("try") // the scope is closed, not used
    private static void run(World world, AtomicLong next, long end) {
        long outside = AsyncContext.currentId();
        for (long seed = next.getAndIncrement(); seed < end; seed = next.getAndIncrement()) {
            Truth truth = new Truth(System.out, seed);
            String name = "program-" + seed % NAMES;
            AsyncContext request = AsyncContext.request(name);
            try (Scope scope = request.beginRun()) {
                Run here = truth.request(request, name);
                new RandomProgram(world, truth).body(here, seed, 0);
            }
            truth.await();
            truth.inline(Run.of(outside, 1, Belonging.NONE));
        }
    }
}
