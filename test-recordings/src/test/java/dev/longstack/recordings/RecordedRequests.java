package dev.longstack.recordings;

import dev.longstack.events.EventNames;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/** The request that a recording names on each run. */
final class RecordedRequests {
    static final long NOT_RECORDED = Long.MIN_VALUE;

    private static final Request MISSING = new Request(NOT_RECORDED, null);

    private final Map<String, Request> requests = new HashMap<>();

    private RecordedRequests() {}

    private record Request(long id, @Nullable String name) {}

    static RecordedRequests in(Path recording) throws IOException {
        RecordedRequests all = new RecordedRequests();
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                all.add(file.readEvent());
            }
        }
        return all;
    }

    private void add(RecordedEvent event) {
        if (event.getEventType().getName().equals(EventNames.CONTEXT_INVOCATION)) {
            requests.put(
                    event.getLong("contextId") + "." + event.getInt("invocation"),
                    new Request(event.getLong("requestId"), event.getString("request")));
        }
    }

    private Request of(long contextId, int run) {
        return requests.getOrDefault(contextId + "." + run, MISSING);
    }

    /** 0 for none, -1 for unknown, {@link #NOT_RECORDED} where there is no such run. */
    long idOf(long contextId, int run) {
        return of(contextId, run).id;
    }

    @Nullable
    String nameOf(long contextId, int run) {
        return of(contextId, run).name;
    }
}
