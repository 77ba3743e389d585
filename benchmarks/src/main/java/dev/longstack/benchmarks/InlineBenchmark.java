package dev.longstack.benchmarks;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Hops that are scheduled and run on one thread: a few nanoseconds show. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("FutureReturnValueIgnored") // returned, so that nothing is optimised away
public class InlineBenchmark {
    private int value;

    @Benchmark
    public Object futureTask() {
        FutureTask<Integer> task = new FutureTask<>(() -> value++);
        task.run();
        return task;
    }

    @Benchmark
    public Object supplyAsync() {
        return CompletableFuture.supplyAsync(() -> value++, Runnable::run);
    }

    @Benchmark
    public Object thenApply() {
        CompletableFuture<Integer> source = new CompletableFuture<>();
        CompletableFuture<Integer> result = source.thenApply(x -> x + 1);
        source.complete(value++);
        return result;
    }
}
