package dev.longstack.analysis.read;

import dev.longstack.analysis.source.EventHandlers;
import dev.longstack.analysis.source.EventSink;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import jdk.jfr.EventType;
import jdk.jfr.consumer.RecordedEvent;
import org.jspecify.annotations.Nullable;

/** Hands the JDK's events to the handlers; one thread. */
final class EventDispatch implements Consumer<RecordedEvent> {
    private final EventHandlers handlers;
    private final Map<String, EventValues> values = new HashMap<>();
    private @Nullable EventType lastType;
    private EventValues last = new EventValues();

    private final @Nullable EventPick pick;

    EventDispatch(EventSink sink, @Nullable EventPick pick) {
        this.handlers = new EventHandlers(sink);
        this.pick = pick;
    }

    @Override
    public void accept(RecordedEvent event) {
        EventType type = event.getEventType();
        if (type != lastType) {
            lastType = type;
            last = values.computeIfAbsent(type.getName(), ignored -> new EventValues());
        }
        last.read(event);
        handlers.accept(type.getName(), last);
        if (pick != null && pick.wants(type.getName())) {
            pick.add(event);
        }
    }
}
