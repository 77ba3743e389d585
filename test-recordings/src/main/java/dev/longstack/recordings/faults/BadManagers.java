package dev.longstack.recordings.faults;

import dev.longstack.context.AsyncContext;
import dev.longstack.context.ContextManager;
import dev.longstack.context.ContextManagers;
import dev.longstack.context.Scope;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Uses the API, and pools, whatever becomes of the context manager; says which one there is. */
@SuppressWarnings("try") // scopes are closed, not used
public final class BadManagers {
    private BadManagers() {}

    public static void main(String[] args) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(1);
        AsyncContext request = AsyncContext.request("GET /managed");
        try (Scope scope = request.beginRun()) {
            CompletableFuture.runAsync(() -> {}, pool).get();
            AsyncContext child = AsyncContext.capture("child", pool);
            Callable<Boolean> task = () -> AsyncContext.current() != null;
            System.out.println(
                    "ran " + child.call(task) + " " + pool.submit(task).get());
        }
        AsyncContext.hint("details", () -> "of nothing");
        System.out.println("manager " + ContextManagers.get().name());
        pool.shutdown();
    }

    /** Fails when it is made. */
    public static final class InConstructor extends Named {
        public InConstructor() {
            throw new IllegalStateException("planned, in the constructor");
        }
    }

    /** Fails when its class is initialised. */
    public static final class InInitialiser extends Named {
        private static final int FAILS = Integer.parseInt("planned, in the initialiser");

        @Override
        public String name() {
            return "fails " + FAILS;
        }
    }

    /** Fails whenever it is asked. */
    public static final class Throwing extends Named {
        @Override
        public AsyncContext current() {
            throw new IllegalStateException("planned, in current");
        }

        @Override
        public Scope attach(AsyncContext context) {
            throw new IllegalStateException("planned, in attach");
        }
    }

    /** Knows nothing. */
    public static class Named implements ContextManager {
        @Override
        public String name() {
            return getClass().getSimpleName();
        }

        @Override
        public AsyncContext current() {
            return AsyncContext.none();
        }

        @Override
        public Scope attach(AsyncContext context) {
            return () -> {};
        }
    }
}
