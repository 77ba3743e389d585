package dev.longstack.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jdk.jfr.Event;
import jdk.jfr.EventType;
import jdk.jfr.Timespan;
import jdk.jfr.ValueDescriptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventMetadataTest {
    static Stream<Class<? extends Event>> events() {
        return EventClasses.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("events")
    void aClassIsNamedAsItsEvent(Class<? extends Event> type) {
        assertThat(EventType.getEventType(type).getName())
                .as("class XEvent is longstack.X")
                .isEqualTo(EventNames.PREFIX + type.getSimpleName().replaceAll("Event$", ""));
    }

    @ParameterizedTest
    @MethodSource("events")
    void labelsAreShortHeadlines(Class<? extends Event> type) {
        EventType event = EventType.getEventType(type);
        assertHeadline(event.getLabel());
        assertThat(ownFields(event, type)).as("each event says something").isNotEmpty();
        for (ValueDescriptor field : ownFields(event, type)) {
            assertHeadline(field.getLabel());
        }
    }

    private static void assertHeadline(String label) {
        assertThat(label).as("1 to 3 words in headline capitals").matches("[A-Z][a-z]*( [A-Z][a-z]*){0,2}");
        assertThat(label.length()).as("at most 45 characters").isLessThanOrEqualTo(45);
    }

    @ParameterizedTest
    @MethodSource("events")
    void itsDescriptionSaysWhenItIsWritten(Class<? extends Event> type) {
        assertThat(EventType.getEventType(type).getDescription())
                .as("when the event is written, without a full stop as in the JDK's own metadata")
                .matches("(Written|Reserved) .*[^.]");
    }

    @ParameterizedTest
    @MethodSource("events")
    void idsAreRelational(Class<? extends Event> type) {
        for (ValueDescriptor field : ownFields(EventType.getEventType(type), type)) {
            if (field.getName().endsWith("Id") && field.getTypeName().equals("long")) {
                assertThat(field.getAnnotationElements())
                        .as("'%s' carries a relational annotation", field.getName())
                        .anyMatch(each -> each.getTypeName().startsWith("longstack."));
            }
            assertThat(field.getName()).as("Id, never ID").doesNotContain("ID");
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void timesHaveAUnit(Class<? extends Event> type) {
        for (ValueDescriptor field : ownFields(EventType.getEventType(type), type)) {
            if (field.getName().matches(".*(Time|Delay|age)$")) {
                assertThat(field.getAnnotation(Timespan.class))
                        .as("'%s' has a unit", field.getName())
                        .isNotNull();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void fieldsArePublicAndNothingElse(Class<? extends Event> type) {
        for (Field field : type.getDeclaredFields()) {
            boolean ofJfr = Modifier.isStatic(field.getModifiers()) || Modifier.isTransient(field.getModifiers());
            assertThat(ofJfr || Modifier.isPublic(field.getModifiers()))
                    .as("'%s' is public", field.getName())
                    .isTrue();
        }
    }

    @Test
    void everyNameHasItsClass() throws IllegalAccessException {
        Set<String> names = new HashSet<>();
        for (Field field : EventNames.class.getFields()) {
            if (!field.getName().equals("PREFIX")) {
                names.add((String) field.get(null));
            }
        }
        assertThat(EventClasses.ALL.stream()
                        .map(each -> EventType.getEventType(each).getName()))
                .as("EventNames and the classes are the same set")
                .containsExactlyInAnyOrderElementsOf(names);
    }

    static List<ValueDescriptor> ownFields(EventType event, Class<?> type) {
        Set<String> declared = new HashSet<>();
        Arrays.stream(type.getDeclaredFields()).forEach(each -> declared.add(each.getName()));
        // JFR puts these into the class when it is loaded
        declared.removeAll(Set.of("startTime", "duration"));
        return event.getFields().stream()
                .filter(each -> declared.contains(each.getName()))
                .toList();
    }
}
