package dev.longstack.agent.packaged;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/** What a child JVM recorded of contexts. */
final class Recorded {
    private final List<RecordedEvent> events;

    private Recorded(List<RecordedEvent> events) {
        this.events = events;
    }

    static Recorded in(Path folder) throws IOException {
        return new Recorded(RecordingFile.readAllEvents(folder.resolve("child.jfr")));
    }

    /**
     * A creation or a run.
     *
     * @param taskClass the name of the user's class, for a lambda without its number; empty for none
     * @param run whether it is a run
     * @param contextId which context it is of
     * @param requestId the request, as the run says it; 0 in a creation
     */
    record Hop(String taskClass, boolean run, long contextId, long parentId, long requestId) {}

    List<Hop> hops() {
        return events.stream()
                .filter(event -> isOf(event, "longstack.ContextCreation") || isRun(event))
                .map(Recorded::hop)
                .toList();
    }

    private static Hop hop(RecordedEvent event) {
        RecordedClass type = event.getValue("taskClass");
        String name = type == null ? "" : type.getName().replaceFirst("\\$\\$Lambda.*", "\\$\\$Lambda");
        boolean run = isRun(event);
        long requestId = run ? event.getLong("requestId") : 0;
        return new Hop(name, run, event.getLong("contextId"), event.getLong("parentId"), requestId);
    }

    /** Ids of the requests that ended, by their names. */
    Map<String, Long> requests() {
        return events.stream()
                .filter(event -> isRun(event) && "request".equals(text(event, "kind")))
                .collect(Collectors.toMap(
                        event -> event.getString("operation"),
                        event -> event.getLong("contextId"),
                        (one, other) -> one));
    }

    private static @Nullable String text(RecordedEvent event, String field) {
        return event.getString(field);
    }

    private static boolean isRun(RecordedEvent event) {
        return isOf(event, "longstack.ContextInvocation");
    }

    private static boolean isOf(RecordedEvent event, String type) {
        return event.getEventType().getName().equals(type);
    }
}
