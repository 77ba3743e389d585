package dev.longstack.recordings.truth;

import dev.longstack.context.AsyncContext;
import dev.longstack.context.Scope;

/** Runs as many random programs as asked for, each under a request of its own: {@code FIRST_SEED COUNT}. */
public final class RandomPrograms {
    private RandomPrograms() {}

    @SuppressWarnings("try") // the scope is closed, not used
    public static void main(String[] args) throws Exception {
        long first = Long.parseLong(args[0]);
        int count = Integer.parseInt(args[1]);
        try (World world = new World()) {
            for (long seed = first; seed < first + count; seed++) {
                Truth truth = new Truth(System.out);
                AsyncContext request = AsyncContext.request("program");
                try (Scope scope = request.attach()) {
                    new RandomProgram(world, truth).body(new Truth.Run(request.id(), 1), seed, 0);
                }
                truth.await();
            }
        }
        System.out.println("end " + AsyncContext.currentId());
    }
}
