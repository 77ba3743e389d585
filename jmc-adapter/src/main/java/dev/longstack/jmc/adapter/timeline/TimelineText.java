package dev.longstack.jmc.adapter.timeline;

import dev.longstack.analysis.model.HintTable;
import dev.longstack.analysis.model.InvocationTable;
import dev.longstack.analysis.model.Model;
import dev.longstack.analysis.stack.StepNames;
import dev.longstack.analysis.text.Durations;
import dev.longstack.jmc.adapter.units.Times;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a timeline says of a run. */
public final class TimelineText {
    private TimelineText() {}

    /** Step and duration. */
    public static String title(Timeline timeline, int position) {
        return StepNames.of(timeline.model(), timeline.contextRow(position)) + "  "
                + Durations.orEmpty(timeline.endNanos(position) - timeline.startNanos(position));
    }

    /** From when to when. */
    public static String range(Timeline timeline, int position) {
        return Times.of(timeline.startNanos(position)) + " – " + Times.of(timeline.endNanos(position));
    }

    /** Names and values, in the order to show them. */
    public static Map<String, String> attributes(Timeline timeline, int position) {
        Model model = timeline.model();
        InvocationTable runs = model.invocations();
        int run = timeline.run(position);
        int row = timeline.contextRow(position);
        Map<String, String> attributes = new LinkedHashMap<>();
        put(attributes, "Context", Long.toString(model.contexts().id(row)));
        put(attributes, "Kind", model.contexts().kind(row));
        put(attributes, "Began", "+" + Durations.orEmpty(timeline.startNanos(position) - timeline.fromNanos()));
        put(attributes, "Delayed", runs.delayNanos(run) == 0 ? "" : Durations.orEmpty(runs.delayNanos(run)));
        put(attributes, "Queued", Durations.orEmpty(runs.queueNanos(run)));
        put(attributes, "Queue", type(runs.queueType(run)));
        put(attributes, "Queue length", runs.queueLength(run) < 0 ? "" : Integer.toString(runs.queueLength(run)));
        String creator = model.contexts().creationThread(row);
        put(attributes, "Created on", creator == null ? "" : StepNames.thread(creator));
        put(attributes, "Task", type(model.contexts().taskClass(row)));
        put(attributes, "Failed", type(runs.failure(run)));
        put(attributes, "State", runs.isEnded(run) ? "" : "still running when the recording ended");
        HintTable hints = model.hints();
        for (int n = 0; n < hints.count(row); n++) {
            String details = hints.details(hints.of(row, n));
            put(attributes, hints.name(hints.of(row, n)), details == null ? "yes" : details);
        }
        return attributes;
    }

    private static String type(@Nullable String className) {
        return className == null ? "" : StepNames.type(className);
    }

    private static void put(Map<String, String> attributes, String name, String value) {
        if (!value.isEmpty()) {
            attributes.put(name, value);
        }
    }
}
