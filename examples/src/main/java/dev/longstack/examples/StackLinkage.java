package dev.longstack.examples;

import dev.longstack.context.AsyncContext;
import dev.longstack.context.ContextLocal;
import dev.longstack.context.Scope;
import dev.longstack.deferred.Emitters;
import dev.longstack.listen.ContextListener;
import dev.longstack.listen.Interest;
import dev.longstack.listen.Listeners;
import dev.longstack.listen.Registration;
import dev.longstack.stream.Probes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** Stack linkage: ids and links, continuation-local values, a pool that links by id, hints, streams, emitters. */
@SuppressWarnings("try") // scopes are closed, not used
public final class StackLinkage {
    private static final ContextLocal<String> PATH = ContextLocal.named("path");

    private StackLinkage() {}

    public static void main(String[] args) throws IOException {
        try (Registration listening =
                Listeners.add(new Printing(), Interest.CHANGED, Interest.RESOLVED, Interest.HINT)) {
            AsyncContext request = AsyncContext.request("GET /file");
            AsyncContext read;
            try (Scope scope = request.beginRun()) {
                AsyncContext.hint("http-request", () -> "GET /file?name=hosts");
                PATH.set("some/file");
                read = AsyncContext.capture("fs.readFile", StackLinkage.class);
            }
            // later, from an event loop
            try (Scope scope = read.beginRun()) {
                System.out.println(PATH.get() + " contains " + contents());
            }
        }
        pooled();
        emitted();
    }

    /** Tells what happens to contexts, as it happens. */
    private static final class Printing implements ContextListener {
        @Override
        public void changed(long contextId, long parentId) {
            System.out.println("change: " + contextId + " of " + parentId);
        }

        @Override
        public void resolved(long contextId) {
            System.out.println("resolved: " + contextId);
        }

        @Override
        public void hint(long contextId, String name, String details) {
            System.out.println("stack #" + contextId + " is doing " + name + ": " + details);
        }
    }

    private static String contents() throws IOException {
        byte[] chunk = new byte[16];
        try (InputStream in = Probes.inputStream(
                "some/file", new ByteArrayInputStream("127.0.0.1".getBytes(StandardCharsets.UTF_8)))) {
            int count = in.read(chunk);
            return new String(chunk, 0, count, StandardCharsets.UTF_8);
        }
    }

    /** Who waits for a connection is remembered by the id of its stack: the callback runs on whatever thread gives one back. */
    private static void pooled() {
        Deque<Waiting> waiting = new ArrayDeque<>();
        try (Scope scope = AsyncContext.request("GET /orders").beginRun()) {
            waiting.add(new Waiting(AsyncContext.currentId(), () -> {}));
        }
        try (Scope unrelated = AsyncContext.request("GET /status").beginRun()) {
            Waiting next = waiting.remove();
            AsyncContext child = AsyncContext.createChild(next.stackId(), "Pool.acquire", next.callback());
            child.run(next.callback());
        }
    }

    private record Waiting(long stackId, Runnable callback) {}

    /** The listener's stack leads to where it was registered; its trigger is where the event was emitted. */
    private static void emitted() {
        List<Consumer<String>> listeners = new ArrayList<>();
        try (Scope scope = AsyncContext.request("startup").beginRun()) {
            listeners.add(Emitters.listener("Orders.onPlaced", order -> AsyncContext.hint("mail", () -> order)));
        }
        try (Scope scope = AsyncContext.request("POST /order").beginRun()) {
            listeners.forEach(each -> each.accept("order 4711"));
        }
        listeners.forEach(Emitters::removed);
    }
}
