package dev.longstack.recordings.faults;

import dev.longstack.context.AsyncContext;
import dev.longstack.context.Scope;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import jdk.jfr.Configuration;
import jdk.jfr.Recording;

/**
 * Requests that hang, each in a way of its own, behind others of the same names that went well by the same code; with an argument a second recording of the time
 * after that goes to that file. Says {@code hung} after two seconds, and waits for a line.
 */
@SuppressWarnings("try") // scopes are closed, not used
public final class Hung {
    private static final int GOOD = 20;

    private final List<CompletableFuture<String>> kept = new ArrayList<>();
    private final ExecutorService pool = daemons();
    private final ExecutorService busy = daemons();

    private Hung() {}

    public static void main(String[] args) throws Exception {
        Hung hung = new Hung();
        CompletableFuture<String> late = hung.hang();
        if (args.length > 0) {
            record(late, Path.of(args[0]));
        } else {
            pause();
        }
        System.out.println("hung");
        System.in.read();
        hung.kept.clear();
    }

    private CompletableFuture<String> hang() throws Exception {
        for (String name : List.of("GET /good", "GET /waiting", "GET /queued", "GET /late", "GET /abandoned")) {
            for (int i = 0; i < GOOD; i++) {
                ask(name).complete("answer");
                enqueue(name, pool);
            }
        }
        kept.add(ask("GET /waiting"));
        busy.execute(Hung::waitForEver);
        enqueue("GET /queued", busy);
        CompletableFuture<String> late = ask("GET /late");
        abandon();
        return late;
    }

    private static void record(CompletableFuture<String> late, Path second) throws Exception {
        try (Recording recording = new Recording(Configuration.getConfiguration("default"))) {
            recording.start();
            pause();
            late.complete("at last");
            recording.dump(second);
        }
    }

    /** Long enough for what is open to be told: that takes a second. */
    private static void pause() throws InterruptedException {
        boolean ignored = new CountDownLatch(1).await(2200, TimeUnit.MILLISECONDS);
    }

    /** The answer nobody may ever give. */
    private CompletableFuture<String> ask(String request) {
        CompletableFuture<String> answer = new CompletableFuture<>();
        try (Scope scope = AsyncContext.request(request).beginRun()) {
            CompletableFuture<Void> ignored =
                    CompletableFuture.runAsync(() -> {}, pool).thenCombine(answer, (nothing, text) -> reply(text));
        }
        return answer;
    }

    @SuppressWarnings("UnusedVariable") // it never gets one
    private static Void reply(String text) {
        return null;
    }

    private static void enqueue(String request, ExecutorService executor) {
        try (Scope scope = AsyncContext.request(request).beginRun()) {
            executor.execute(Hung::work);
        }
    }

    private static void work() {}

    private void abandon() throws InterruptedException {
        WeakReference<CompletableFuture<String>> lost = new WeakReference<>(ask("GET /abandoned"));
        while (lost.get() != null) {
            System.gc();
            Thread.sleep(10);
        }
    }

    private static void waitForEver() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ExecutorService daemons() {
        return Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        });
    }
}
