package dev.longstack.jmc.adapter.timeline;

import dev.longstack.analysis.model.InvocationTable;
import dev.longstack.analysis.model.Model;
import dev.longstack.analysis.model.Model.Hint;
import dev.longstack.analysis.stack.StepNames;
import dev.longstack.jmc.adapter.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a timeline says of a run. */
public final class TimelineText {
    private TimelineText() {}

    /** Step and duration. */
    public static String title(Timeline timeline, int position) {
        return StepNames.of(timeline.model(), timeline.contextRow(position)) + "  "
                + Texts.span(timeline.endNanos(position) - timeline.startNanos(position));
    }

    /** From when to when. */
    public static String range(Timeline timeline, int position) {
        return Texts.time(timeline.startNanos(position)) + " – " + Texts.time(timeline.endNanos(position));
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
        put(attributes, "Since the first", "+" + Texts.span(timeline.startNanos(position) - timeline.fromNanos()));
        put(attributes, "Delayed", runs.delayNanos(run) == 0 ? "" : Texts.span(runs.delayNanos(run)));
        put(attributes, "Queued", Texts.span(runs.queueNanos(run)));
        put(attributes, "Queue", type(runs.queueType(run)));
        put(attributes, "Queue length", runs.queueLength(run) < 0 ? "" : Integer.toString(runs.queueLength(run)));
        String creator = model.contexts().creationThread(row);
        put(attributes, "Created on", creator == null ? "" : StepNames.thread(creator));
        put(attributes, "Task", type(model.contexts().taskClass(row)));
        put(attributes, "Failed", type(runs.failure(run)));
        put(attributes, "Ended", runs.isEnded(run) ? "" : "not before the recording did");
        for (Hint hint : model.rest().hints().getOrDefault(model.contexts().id(row), List.of())) {
            put(attributes, hint.name(), hint.details() == null ? "said" : hint.details());
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
