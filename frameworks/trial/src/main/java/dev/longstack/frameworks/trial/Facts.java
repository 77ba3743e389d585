package dev.longstack.frameworks.trial;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/**
 * What the recording says beside the analysis: the steps as they told themselves, by time, and which request each run claims.
 *
 * @param requestIds 0 for none, -1 for unknown
 */
record Facts(List<Step> steps, Map<Run, Long> requestIds) {
    /**
     * A step.
     *
     * @param thread as the analysis names it
     */
    record Step(long id, String what, String thread, long nanos) {
        boolean isRequest() {
            return what.equals("request");
        }
    }

    /** A run by its key. */
    record Run(long contextId, int invocation) {}

    static Facts read(Path recording) throws IOException {
        List<Step> steps = new ArrayList<>();
        Map<Run, Long> requestIds = new HashMap<>();
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                switch (event.getEventType().getName()) {
                    case "frameworks.Step" -> steps.add(step(event));
                    case "longstack.ContextInvocation", "longstack.ActiveInvocation" ->
                        requestIds.put(
                                new Run(event.getLong("contextId"), event.getInt("invocation")),
                                event.hasField("requestId") ? event.getLong("requestId") : 0);
                    default -> {}
                }
            }
        }
        steps.sort(Comparator.comparingLong(Step::nanos));
        return new Facts(steps, requestIds);
    }

    private static Step step(RecordedEvent event) {
        Instant time = event.getStartTime();
        RecordedThread thread = event.getThread();
        String name = thread.getJavaName() == null ? "" : thread.getJavaName();
        return new Step(
                event.getLong("id"),
                event.getString("what"),
                name + "#" + thread.getJavaThreadId(),
                time.getEpochSecond() * 1_000_000_000L + time.getNano());
    }
}
