package dev.longstack.frameworks.micrometer;

import dev.longstack.frameworks.Front;
import dev.longstack.frameworks.Hops;
import dev.longstack.frameworks.Steps;
import io.micrometer.core.instrument.binder.jvm.ExecutorServiceMetrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Serves on the port of the first argument, 0 for any. */
public final class Micrometer {
    private Micrometer() {}

    public static void main(String[] args) throws IOException {
        ExecutorService pool =
                ExecutorServiceMetrics.monitor(new SimpleMeterRegistry(), Executors.newFixedThreadPool(8), "pool");
        Front.serve(args, id -> work(pool, id));
    }

    private static CompletableFuture<String> work(ExecutorService pool, long id) {
        CompletableFuture<String> done = new CompletableFuture<>();
        Future<?> unused = pool.submit(() -> {
            Steps.step(id, "submitted");
            pool.execute(() -> {
                Steps.step(id, "executed");
                done.complete("done");
            });
        });
        return done.thenCombine(Hops.futures(id, pool, 3), (text, same) -> text);
    }
}
