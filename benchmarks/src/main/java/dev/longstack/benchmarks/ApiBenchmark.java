package dev.longstack.benchmarks;

import dev.longstack.context.AsyncContext;
import dev.longstack.context.ReleaseReason;
import dev.longstack.deferred.Deferred;
import dev.longstack.listen.ContextListener;
import dev.longstack.listen.Interceptors;
import dev.longstack.listen.Interest;
import dev.longstack.listen.Listeners;
import dev.longstack.stream.Probes;
import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ContextSnapshotFactory;
import io.opentelemetry.context.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Calls of the runtime's API under a request, each next to the bare call; and what others do to propagate. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("try") // scopes are closed, not used
public class ApiBenchmark {
    private static final ThreadLocal<String> TENANT = ThreadLocal.withInitial(() -> "blue");

    /** Who is there: nobody, listener (created, changed, released), interceptors (three of them), recording. */
    @Param({"nobody", "listener", "interceptors", "recording"})
    public String who = "nobody";

    private final Runnable task = new Runnable() {
        @Override
        public void run() {
            value++;
        }
    };
    private final byte[] chunk = new byte[64];
    private final OutputStream sink = new OutputStream() {
        @Override
        public void write(int single) {
            value += single;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            value += length;
        }
    };
    private final OutputStream probed = Probes.outputStream("sink", sink);
    private final ContextSnapshotFactory snapshots = ContextSnapshotFactory.builder()
            .contextRegistry(new ContextRegistry()
                    .registerThreadLocalAccessor("tenant", TENANT::get, TENANT::set, TENANT::remove))
            .build();
    private int value;

    @Setup
    @SuppressWarnings("MustBeClosedChecker")
    public void somebody() {
        if (who.equals("listener")) {
            Listeners.add(new Counting(), Interest.CREATED, Interest.CHANGED, Interest.RELEASED, Interest.HINT);
        } else if (who.equals("interceptors")) {
            for (int i = 0; i < 3; i++) {
                Interceptors.add((invocation, next) -> next.proceed());
            }
        }
        // what runs below one recorded request is recorded, whatever the budget
        AsyncContext.request("GET /benchmark").beginRun();
    }

    private final class Counting implements ContextListener {
        @Override
        public void created(AsyncContext context) {
            value++;
        }

        @Override
        public void changed(long contextId, long parentId) {
            value += (int) contextId;
        }

        @Override
        public void released(AsyncContext context, ReleaseReason reason) {
            value++;
        }

        @Override
        public void hint(long contextId, String name, String details) {
            value++;
        }
    }

    @Benchmark
    public int bareCall() {
        task.run();
        return value;
    }

    @Benchmark
    public int hint() {
        AsyncContext.hint("cache", () -> "miss");
        return value;
    }

    @Benchmark
    public int captureAndAttach() {
        AsyncContext context = AsyncContext.capture("Pool.enqueue", task);
        try (dev.longstack.context.Scope scope = context.beginRun()) {
            task.run();
        }
        return value;
    }

    @Benchmark
    public int wrap() {
        Deferred.wrap("Pool.enqueue").runnable(task).run();
        return value;
    }

    @Benchmark
    public int openTelemetryWrap() {
        Context.current().wrap(task).run();
        return value;
    }

    @Benchmark
    public int micrometerWrap() {
        snapshots.captureAll().wrap(task).run();
        return value;
    }

    @Benchmark
    public int bareChunk() throws IOException {
        sink.write(chunk, 0, chunk.length);
        return value;
    }

    @Benchmark
    public int probedChunk() throws IOException {
        probed.write(chunk, 0, chunk.length);
        return value;
    }
}
