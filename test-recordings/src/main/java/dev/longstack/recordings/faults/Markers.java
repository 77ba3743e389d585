package dev.longstack.recordings.faults;

import dev.longstack.context.AsyncContext;
import dev.longstack.context.Scope;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** A library with markers that never run, as RxJava and Reactor make them, is first used inside a request; the JVM goes on for a second. */
@SuppressWarnings("try") // scopes are closed, not used
public final class Markers {
    private Markers() {}

    private static final class Library {
        static final FutureTask<Void> FINISHED = new FutureTask<>(() -> null);
        static final FutureTask<Void> DISPOSED = new FutureTask<>(() -> {}, null);

        static void use(FutureTask<?> task) {
            if (task == FINISHED || task == DISPOSED) {
                throw new IllegalStateException("invariant: a marker is nobody's task");
            }
        }
    }

    public static void main(String[] args) throws Exception {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try (Scope scope = AsyncContext.request("GET /first").beginRun()) {
            FutureTask<Integer> task = new FutureTask<>(() -> 1);
            Library.use(task);
            pool.execute(task);
            task.get();
        }
        new CountDownLatch(1).await(1500, TimeUnit.MILLISECONDS);
        pool.shutdown();
    }
}
