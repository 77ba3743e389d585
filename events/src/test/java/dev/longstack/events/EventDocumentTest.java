package dev.longstack.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jdk.jfr.Event;
import jdk.jfr.EventType;
import jdk.jfr.Period;
import jdk.jfr.Timespan;
import jdk.jfr.ValueDescriptor;
import org.junit.jupiter.api.Test;

/** docs/events.md is made from the classes: {@code -Drewrite} writes it anew. */
class EventDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "events.md");

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
        StringBuilder text = new StringBuilder("# Events of protocol version " + Protocol.VERSION + "\n\n"
                + "Made from the classes of the module `events`; any runtime may emit these events.\n\n"
                + "Context ids are 64-bit, small, and unique within a JVM; across files the key is the pair of"
                + " `processInstance` and id. In `parentId`, `triggerId` and `requestId` 0 is *none* and -1 is *unknown to the"
                + " recorder*. A span that is unknown is the smallest long (`N/A` in `jfr print`). One run ends a context"
                + " of the kinds task, continuation, thread, request and io, so no release event follows it.\n\n"
                + "A run whose `requestId` is -1 though its parent is known was started by that parent, and may have worked for"
                + " anybody since: a thread that lives on, a loop that takes its work from a queue. What it created belongs to"
                + " an unknown request. A request's name may become known after the request began (a route is matched late):"
                + " the last one in the recording is its name.\n");
        for (Class<? extends Event> type : EventClasses.ALL) {
            append(text, type);
        }
        return text.toString();
    }

    private static void append(StringBuilder text, Class<? extends Event> type) {
        EventType event = EventType.getEventType(type);
        Period period = event.getAnnotation(Period.class);
        text.append("\n## ").append(event.getName()).append("\n\n");
        if (period != null) {
            text.append("Period: ").append(period.value()).append("\n\n");
        }
        text.append("| field | type | unit | meaning |\n|---|---|---|---|\n");
        for (ValueDescriptor field : EventMetadataTest.ownFields(event, type)) {
            text.append("| ").append(field.getName());
            text.append(" | ").append(field.getTypeName().replaceAll(".*\\.", ""));
            text.append(" | ").append(field.getAnnotation(Timespan.class) != null ? "ns" : "");
            text.append(" | ").append(field.getDescription() == null ? field.getLabel() : field.getDescription());
            text.append(" |\n");
        }
    }
}
