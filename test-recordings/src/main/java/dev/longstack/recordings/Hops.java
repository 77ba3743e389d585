package dev.longstack.recordings;

import dev.longstack.context.AsyncContext;
import dev.longstack.context.Scope;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * One request through every kind of hop; each hop checks with the public API that it runs under the request, and says so:
 * {@code linked NAME} or {@code LOST NAME}.
 */
public final class Hops {
    private Hops() {}

    @SuppressWarnings("try") // the scope is closed, not used
    public static void main(String[] args) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        AsyncContext request = AsyncContext.request("GET /hops");
        try (Scope scope = request.beginRun()) {
            through(pool, request.id());
        }
        check("nothing is current after the request", AsyncContext.currentId() == 0);
        pool.shutdown();
    }

    private static void through(ExecutorService pool, long requestId) throws Exception {
        CompletableFuture<Void> executed = new CompletableFuture<>();
        pool.execute(() -> {
            linked("execute", requestId);
            executed.complete(null);
        });
        executed.get();
        pool.submit(() -> linked("submit", requestId)).get();
        CompletableFuture.supplyAsync(() -> linked("supplyAsync", requestId), pool)
                .get();
        CompletableFuture<String> source = new CompletableFuture<>();
        CompletableFuture<?> chain = source.thenApply(x -> linked("thenApply", requestId))
                .thenApplyAsync(x -> linked("thenApplyAsync", requestId), pool)
                .whenComplete((x, e) -> linked("whenComplete", requestId))
                .handle((x, e) -> linked("handle", requestId))
                .thenCombine(CompletableFuture.completedFuture(1), (x, y) -> linked("thenCombine", requestId))
                .thenCompose(x -> CompletableFuture.completedFuture(linked("thenCompose", requestId)));
        Thread completer = new Thread(() -> {
            linked("Thread.start", requestId);
            source.complete("");
        });
        completer.start();
        chain.get();
        completer.join();
        Thread subclass = new Thread() {
            @Override
            public void run() {
                linked("a subclass of Thread", requestId);
            }
        };
        subclass.start();
        subclass.join();
        ThreadFactory virtual = virtualThreads();
        if (virtual != null) {
            Thread thread = virtual.newThread(() -> linked("virtual thread", requestId));
            thread.start();
            thread.join();
        }
    }

    private static @Nullable ThreadFactory virtualThreads() throws ReflectiveOperationException {
        try {
            Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
            Class<?> type = Class.forName("java.lang.Thread$Builder");
            return (ThreadFactory) type.getMethod("factory").invoke(builder);
        } catch (NoSuchMethodException e) {
            return null;
        }
    }

    private static int linked(String name, long requestId) {
        check(name, AsyncContext.currentParentId() == requestId && AsyncContext.currentId() != requestId);
        return 1;
    }

    private static void check(String name, boolean holds) {
        System.out.println((holds ? "linked " : "LOST ") + name);
    }
}
