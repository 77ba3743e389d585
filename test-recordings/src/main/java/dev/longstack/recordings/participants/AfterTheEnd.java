package dev.longstack.recordings.participants;

import dev.longstack.context.AsyncContext;
import dev.longstack.context.ContextKind;
import dev.longstack.context.ContextLocal;
import dev.longstack.context.Scope;
import java.util.concurrent.Executor;

/** What outlives its request, and what a library does for itself. */
@SuppressWarnings("try") // scopes are closed, not used
public final class AfterTheEnd {
    private static final ContextLocal<String> TENANT = ContextLocal.named("tenant");

    private AfterTheEnd() {}

    public static void main(String[] args) {
        AsyncContext request = AsyncContext.request("GET /orders");
        AsyncContext periodic;
        try (Scope scope = request.beginRun()) {
            TENANT.set("blue");
            periodic = AsyncContext.create(ContextKind.PERIODIC, "Timer.schedule", "a timer", null);
            System.out.println("pool " + parentOf(AsyncContext.capture("start", new Library()), request));
            try (Scope run = periodic.beginRun()) {
                System.out.println("while it runs " + parentOf(AsyncContext.capture("work", "work"), periodic) + " "
                        + TENANT.get());
            }
        }
        // the request is not over before what it has started is: both of these were
        try (Scope run = periodic.beginRun()) {
            System.out.println(
                    "after the end " + parentOf(AsyncContext.capture("work", "work"), periodic) + " " + TENANT.get());
        }
    }

    private static String parentOf(AsyncContext child, AsyncContext parent) {
        child.cancel();
        return child.parentId() == parent.id() ? "inherits" : child.parentId() == 0 ? "detached" : "of another";
    }

    /** Stands for a library's own worker. */
    static final class Library implements Executor {
        @Override
        public void execute(Runnable command) {
            command.run();
        }
    }
}
