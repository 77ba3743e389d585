package dev.longstack.recordings;

import dev.longstack.context.AsyncContext;
import dev.longstack.context.Scope;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** As many requests as its argument says, a hop each. */
public final class Requests {
    private Requests() {}

    @SuppressWarnings("try") // the scope is closed, not used
    public static void main(String[] args) throws Exception {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        for (int i = 0; i < Integer.parseInt(args[0]); i++) {
            try (Scope scope = AsyncContext.request("GET /one").beginRun()) {
                Future<?> hop = pool.submit(() -> {});
                hop.get();
            }
        }
        pool.shutdown();
    }
}
