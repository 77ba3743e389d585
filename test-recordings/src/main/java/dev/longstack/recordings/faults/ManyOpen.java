package dev.longstack.recordings.faults;

import dev.longstack.context.AsyncContext;
import dev.longstack.context.Scope;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ten thousand requests are open at one time, each with a few steps; prints the bytes that one of them takes. */
@SuppressWarnings("try") // scopes are closed, not used
public final class ManyOpen {
    private static final int COUNT = 10_000;
    private static final int STEPS = 20;

    private ManyOpen() {}

    public static void main(String[] args) throws Exception {
        new CountDownLatch(1).await(ask("GET /warm-up").complete("") ? 100 : 0, TimeUnit.MILLISECONDS);
        long before = usedBytes();
        List<CompletableFuture<String>> open = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            open.add(ask("GET /open"));
        }
        System.out.println("bytes " + (usedBytes() - before) / COUNT);
        new CountDownLatch(1).await(2500, TimeUnit.MILLISECONDS);
        if (args.length > 0) {
            open.forEach(each -> each.complete(""));
        }
        System.out.println("open " + open.size());
    }

    private static CompletableFuture<String> ask(String request) {
        CompletableFuture<String> answer = new CompletableFuture<>();
        try (Scope scope = AsyncContext.request(request).beginRun()) {
            for (int i = 0; i < STEPS; i++) {
                CompletableFuture<String> ignored = answer.thenApply(text -> text);
            }
        }
        return answer;
    }

    private static long usedBytes() throws InterruptedException {
        WeakReference<Object> collected = new WeakReference<>(new Object());
        while (collected.get() != null) {
            System.gc();
            Thread.sleep(10);
        }
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
