package dev.longstack.examples;

import dev.longstack.context.AsyncContext;
import dev.longstack.context.ContextManagers;
import dev.longstack.context.Scope;
import dev.longstack.deferred.Deferred;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Context managers: one behind one setting; propagation by hand, and its end; nothing of it stays on a thread. */
@SuppressWarnings("try") // scopes are closed, not used
public final class ManagedContexts {
    private ManagedContexts() {}

    public static void main(String[] args) throws Exception {
        System.out.println("manager: " + ContextManagers.get().name());
        ExecutorService pool = Executors.newFixedThreadPool(1);
        try (Scope scope = AsyncContext.request("GET /transaction").beginRun()) {
            System.out.println("in the pool: "
                    + pool.submit(Deferred.wrap("Promise.then").callable(AsyncContext::current))
                            .get());
            try (Scope nothing = AsyncContext.detach()) {
                System.out.println("detached: "
                        + pool.submit(Deferred.wrap("Server.listen").callable(AsyncContext::currentParentId))
                                .get());
            }
        }
        System.out.println("after the end: " + AsyncContext.current());
        pool.shutdown();
    }
}
