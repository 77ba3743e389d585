package dev.longstack.recordings.participants;

import dev.longstack.context.AsyncContext;
import dev.longstack.context.ContextManager;
import dev.longstack.context.ContextManagers;
import dev.longstack.context.ManualContextManager;
import dev.longstack.context.Scope;
import dev.longstack.deferred.Deferred;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What is current under the context manager that was set, on this thread and in a plain pool. */
@SuppressWarnings("try") // scopes are closed, not used
public final class Managing {
    private Managing() {}

    public static void main(String[] args) throws Exception {
        System.out.println("manager " + ContextManagers.get().name());
        ExecutorService pool = Executors.newFixedThreadPool(1);
        AsyncContext request = AsyncContext.request("GET /managed");
        AsyncContext other = AsyncContext.request("GET /other");
        try (Scope scope = request.beginRun()) {
            System.out.println("attached " + AsyncContext.currentOperation());
            try (Scope inner = other.beginRun()) {
                System.out.println("inner " + AsyncContext.currentOperation());
            }
            System.out.println("child of " + nameOf(request, AsyncContext.capture("child", pool)));
            System.out.println(
                    "pool " + pool.submit(AsyncContext::currentOperation).get());
            System.out.println("wrapped "
                    + pool.submit(Deferred.wrap("by hand").callable(AsyncContext::currentOperation))
                            .get());
        }
        System.out.println("after " + AsyncContext.current());
        if (ContextManagers.get().name().equals("manual")) {
            ManualContextManager.set(request);
            System.out.println("set " + AsyncContext.currentOperation());
            System.out.println("child of " + nameOf(request, AsyncContext.capture("child", pool)));
            ManualContextManager.set(AsyncContext.none());
        }
        if (ContextManagers.get().name().equals("opentelemetry")) {
            OpenTelemetryParts.run(pool, request, other);
        }
        pool.shutdown();
    }

    static String nameOf(AsyncContext request, AsyncContext child) {
        return child.equals(AsyncContext.none()) ? "nothing" : child.parentId() == request.id() ? "it" : "another";
    }

    /** A manager of an application's own: by thread, in a map. */
    public static final class ByMap implements ContextManager {
        private final Map<Thread, AsyncContext> current = new ConcurrentHashMap<>();

        @Override
        public String name() {
            return "by-map";
        }

        @Override
        public AsyncContext current() {
            return current.getOrDefault(Thread.currentThread(), AsyncContext.none());
        }

        @Override
        public Scope attach(AsyncContext context) {
            AsyncContext before = current();
            current.put(Thread.currentThread(), context);
            return () -> current.put(Thread.currentThread(), before);
        }
    }
}
