package dev.longstack.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jdk.jfr.DataAmount;
import jdk.jfr.Event;
import jdk.jfr.EventType;
import jdk.jfr.Period;
import jdk.jfr.StackTrace;
import jdk.jfr.Threshold;
import jdk.jfr.Timespan;
import jdk.jfr.ValueDescriptor;
import org.junit.jupiter.api.Test;

/** docs/events.md is generated from the classes: {@code -Drewrite} rewrites it. */
class EventDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "events.md");
    private static final String INTRODUCTION = """
            # Events

            Protocol version %d, generated from the classes of the module `events`. Any runtime may write these events.

            - **Ids** are small 64-bit numbers, unique within a JVM. Across files, a context is identified by `processInstance` (from
              `longstack.Configuration`) and its id.
            - In `parentId`, `triggerId` and `requestId`, 0 means *none* and -1 means *unknown to the recorder*.
            - A **time** that is unknown is `Long.MIN_VALUE`; `jfr print` shows it as `N/A`.
            - A context of kind task, continuation, thread, request or io ends with its only run. That run's event stands for its release,
              so no `longstack.ContextRelease` follows.
            - A run whose `requestId` is -1 although its parent is known was started by that parent but may work for anyone since: a thread
              that lives on, or a loop that takes its work from a queue. What it creates belongs to an unknown request.
            - The **name of a request** may become known only after the request began, for example when a framework matches its route. The
              last name in the recording counts.
            """;

    @Test
    void theDocumentSaysWhatTheClassesSay() throws IOException {
        String expected = document();
        if (Boolean.getBoolean("rewrite")) {
            Files.createDirectories(DOCUMENT.getParent());
            Files.writeString(DOCUMENT, expected);
        }
        assertThat(Files.readString(DOCUMENT))
                .as("docs/events.md; rewrite it with ./mvnw -pl events test -Dtest.jvm.args=-Drewrite=true")
                .isEqualTo(expected);
    }

    private static String document() {
        StringBuilder text = new StringBuilder(INTRODUCTION.formatted(Protocol.VERSION));
        for (Class<? extends Event> type : EventClasses.ALL) {
            append(text, type);
        }
        return text.toString();
    }

    private static void append(StringBuilder text, Class<? extends Event> type) {
        EventType event = EventType.getEventType(type);
        text.append("\n## ").append(event.getName()).append("\n\n");
        text.append(event.getDescription()).append(".\n\n");
        text.append("Defaults: ").append(settings(type)).append(".\n\n");
        text.append("| field | type | unit | meaning |\n|---|---|---|---|\n");
        for (ValueDescriptor field : EventMetadataTest.ownFields(event, type)) {
            text.append("| ").append(field.getName());
            text.append(" | ").append(field.getTypeName().replaceAll(".*\\.", ""));
            text.append(" | ").append(unit(field));
            text.append(" | ").append(field.getDescription() == null ? field.getLabel() : field.getDescription());
            text.append(" |\n");
        }
    }

    private static String unit(ValueDescriptor field) {
        if (field.getAnnotation(Timespan.class) != null) {
            return "ns";
        }
        return field.getAnnotation(DataAmount.class) != null ? "bytes" : "";
    }

    private static String settings(Class<? extends Event> type) {
        StackTrace stackTrace = type.getAnnotation(StackTrace.class);
        StringBuilder text = new StringBuilder("stackTrace ").append(stackTrace.value());
        Period period = type.getAnnotation(Period.class);
        if (period != null) {
            text.append(", period ").append(period.value());
        }
        Threshold threshold = type.getAnnotation(Threshold.class);
        if (threshold != null) {
            text.append(", threshold ").append(threshold.value());
        }
        return text.toString();
    }
}
