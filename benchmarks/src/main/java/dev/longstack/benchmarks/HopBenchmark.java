package dev.longstack.benchmarks;

import dev.longstack.recordings.VirtualThreads;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A batch of hops of one kind under one request, up to the last one's run. Each hop has a task object of its own. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("FutureReturnValueIgnored") // the benchmark waits for the runs
public class HopBenchmark {
    private static final int BATCH = 10_000;

    private final ExecutorService pool = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());

    @TearDown
    public void close() {
        pool.shutdown();
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void execute() throws InterruptedException {
        batch(done -> pool.execute(done::countDown));
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void submit() throws InterruptedException {
        batch(done -> pool.submit(done::countDown));
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void supplyAsync() throws InterruptedException {
        batch(done -> CompletableFuture.supplyAsync(() -> counted(done), pool));
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void startVirtualThread() throws InterruptedException {
        batch(done -> VirtualThreads.start(done::countDown));
    }

    /** All stored before the first is completed: a continuation whose source is complete would run at once. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void thenApply() throws InterruptedException {
        List<CompletableFuture<CountDownLatch>> sources = new ArrayList<>(BATCH);
        batch(done -> {
            CompletableFuture<CountDownLatch> source = new CompletableFuture<>();
            source.thenApply(HopBenchmark::counted);
            sources.add(source);
            if (sources.size() == BATCH) {
                sources.forEach(each -> each.complete(done));
            }
        });
    }

    private static CountDownLatch counted(CountDownLatch done) {
        done.countDown();
        return done;
    }

    @SuppressWarnings("try") // the request is closed, not used
    private static void batch(Consumer<CountDownLatch> hop) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(BATCH);
        try (CurrentRequest request = CurrentRequest.open("GET /bench")) {
            for (int i = 0; i < BATCH; i++) {
                hop.accept(done);
            }
            done.await();
        }
    }
}
