package dev.longstack.recordings;

import dev.longstack.context.AsyncContext;
import dev.longstack.context.Scope;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A request whose task waits for ever; says {@code hanging} and waits to be killed or told to exit on its input. */
public final class Hanging {
    private Hanging() {}

    @SuppressWarnings("try") // the scope is closed, not used
    public static void main(String[] args) throws Exception {
        ExecutorService pool = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "hangs");
            thread.setDaemon(true);
            return thread;
        });
        try (Scope scope = AsyncContext.request("GET /hangs").beginRun()) {
            pool.execute(Hanging::waitForEver);
        }
        // long enough to be told as still running: that takes a second
        new CountDownLatch(1).await(2500, TimeUnit.MILLISECONDS);
        System.out.println("hanging");
        System.in.read();
    }

    private static void waitForEver() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
