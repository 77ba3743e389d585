package dev.longstack.recordings.fuzz;

import dev.longstack.events.ContextCreationEvent;
import dev.longstack.events.ContextInvocationEvent;
import dev.longstack.events.ContextKind;
import dev.longstack.events.ContextReleaseEvent;
import dev.longstack.events.DroppedEvent;
import dev.longstack.events.HintEvent;
import dev.longstack.events.OpenRequestEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.Recording;

/** Sound recordings to damage: of other JVMs, and one of this JVM in three chunks. */
final class Sources {
    private static final Path RECORDINGS = Path.of("src", "main", "resources", "recordings");
    private static final int REQUESTS = 40;

    private Sources() {}

    static Map<String, Path> in(Path folder) throws IOException {
        Path file = folder.resolve("chunks.jfr");
        record(file);
        return new TreeMap<>(Map.of(
                "hops-17", RECORDINGS.resolve("hops-17.jfr"),
                "hops-25", RECORDINGS.resolve("hops-25.jfr"),
                "chunks", file));
    }

    private static void record(Path file) throws IOException {
        try (Recording recording = new Recording();
                Recording second = new Recording();
                Recording third = new Recording()) {
            recording.start();
            commit(1);
            // another recording makes a new chunk begin
            second.start();
            commit(1_000);
            third.start();
            commit(2_000);
            recording.stop();
            recording.dump(file);
        }
    }

    private static void commit(long firstId) {
        for (long id = firstId; id < firstId + 2 * REQUESTS; id += 2) {
            created(id + 1, id);
            ran(id + 1, id, id);
            ran(id, 0, id);
            released(id + 1);
        }
        HintEvent hint = new HintEvent();
        hint.contextId = firstId;
        hint.name = "uri";
        hint.details = "/orders/17?of=ünïcode";
        hint.commit();
        OpenRequestEvent open = new OpenRequestEvent();
        open.requestId = firstId;
        open.openHops = 1;
        open.openSteps = "4 continuation CompletableFuture.thenApply shop.Shop";
        open.commit();
        DroppedEvent dropped = new DroppedEvent();
        dropped.reason = "sampled-out";
        dropped.count = 9;
        dropped.sampleEvery = 2;
        dropped.commit();
    }

    private static void created(long id, long parent) {
        ContextCreationEvent event = new ContextCreationEvent();
        event.contextId = id;
        event.parentId = parent;
        event.parentInvocation = 1;
        event.operation = "ThreadPoolExecutor.execute";
        event.taskClass = Sources.class;
        event.commit();
    }

    private static void ran(long id, long parent, long request) {
        ContextInvocationEvent event = new ContextInvocationEvent();
        event.begin();
        event.contextId = id;
        event.invocation = 1;
        event.parentId = parent;
        event.parentInvocation = parent == 0 ? 0 : 1;
        event.kind = parent == 0 ? ContextKind.REQUEST.word() : null;
        event.operation = parent == 0 ? "GET /orders/{}" : "ThreadPoolExecutor.execute";
        event.requestId = request;
        event.request = "GET /orders/{}";
        event.queueType = java.util.concurrent.LinkedBlockingQueue.class;
        event.queueLength = 3;
        event.creationThread = Thread.currentThread();
        event.commit();
    }

    private static void released(long id) {
        ContextReleaseEvent event = new ContextReleaseEvent();
        event.contextId = id;
        event.reason = "completed";
        event.commit();
    }
}
