package dev.longstack.recordings.participants;

import dev.longstack.context.AsyncContext;
import dev.longstack.context.Scope;
import dev.longstack.deferred.Deferred;
import java.util.concurrent.Callable;

/** An exception in asynchronous work of asynchronous work. */
@SuppressWarnings("try") // scopes are closed, not used
public final class Failing {
    private Failing() {}

    public static void main(String[] args) {
        Callable<Callable<String>> first;
        try (Scope scope = AsyncContext.request("GET /fails").beginRun()) {
            first = outer();
        }
        try {
            first.call().call();
        } catch (Exception e) {
            e.printStackTrace(System.out);
        }
    }

    private static Callable<Callable<String>> outer() {
        return Deferred.wrap("outer step").callable(Failing::inner);
    }

    private static Callable<String> inner() {
        return Deferred.wrap("inner step").callable(() -> {
            throw new IllegalStateException("planned");
        });
    }
}
