package dev.longstack.analysis.read;

import dev.longstack.events.ActiveInvocationEvent;
import dev.longstack.events.CallSiteEvent;
import dev.longstack.events.ConfigurationEvent;
import dev.longstack.events.ContextCreationEvent;
import dev.longstack.events.ContextInvocationEvent;
import dev.longstack.events.ContextReleaseEvent;
import dev.longstack.events.DroppedEvent;
import dev.longstack.events.EventNames;
import dev.longstack.events.HintEvent;
import dev.longstack.events.OpenRequestEvent;
import dev.longstack.events.RuntimeStatisticsEvent;
import dev.longstack.events.StreamBufferEvent;
import dev.longstack.events.TraceLinkEvent;
import dev.longstack.events.TrackedObjectEvent;
import dev.longstack.events.VirtualThreadParkEvent;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jdk.jfr.Event;
import jdk.jfr.Name;
import org.jspecify.annotations.Nullable;

/** Holds how a recording describes our events against what they are: a damaged name would make them somebody else's. */
final class OwnTypes {
    /** What JFR adds to the fields of a class. */
    private static final Set<String> ADDED = Set.of("startTime", "duration", "eventThread", "stackTrace");

    private static final Map<String, Set<String>> FIELDS = List.<Class<? extends Event>>of(
                    ActiveInvocationEvent.class,
                    CallSiteEvent.class,
                    ConfigurationEvent.class,
                    ContextCreationEvent.class,
                    ContextInvocationEvent.class,
                    ContextReleaseEvent.class,
                    DroppedEvent.class,
                    HintEvent.class,
                    OpenRequestEvent.class,
                    RuntimeStatisticsEvent.class,
                    StreamBufferEvent.class,
                    TraceLinkEvent.class,
                    TrackedObjectEvent.class,
                    VirtualThreadParkEvent.class)
            .stream()
            .collect(Collectors.toMap(type -> type.getAnnotation(Name.class).value(), OwnTypes::fields));

    private OwnTypes() {}

    private static Set<String> fields(Class<? extends Event> type) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field ->
                        !Modifier.isStatic(field.getModifiers()) && !Modifier.isTransient(field.getModifiers()))
                .map(Field::getName)
                .collect(Collectors.toSet());
    }

    /** What is wrong with a type that has events, as the end of a sentence; null for nothing. */
    static @Nullable String fault(Metadata.Type type) {
        Set<String> fields = type.fields().stream()
                .map(Metadata.Field::name)
                .filter(name -> !ADDED.contains(name))
                .collect(Collectors.toSet());
        Set<String> expected = FIELDS.get(type.name());
        if (expected == null) {
            boolean isOwn = type.isOwn() || type.name().startsWith(EventNames.PREFIX);
            return isOwn ? "has '" + type.name() + "' events, which this version of Longstack does not know" : null;
        }
        // older recorders lack fields of ours, newer ones have more; one that has both was damaged
        boolean isDamaged = !fields.containsAll(expected) && !expected.containsAll(fields);
        return isDamaged ? "describes the fields of " + type.name() + " wrongly; values are missing" : null;
    }
}
