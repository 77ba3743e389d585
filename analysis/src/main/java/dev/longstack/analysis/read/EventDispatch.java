package dev.longstack.analysis.read;

import dev.longstack.analysis.source.EventHandlers;
import dev.longstack.analysis.source.EventSink;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import jdk.jfr.consumer.RecordedEvent;

/** Hands the JDK's events to the handlers; one thread. */
final class EventDispatch implements Consumer<RecordedEvent> {
    private final EventHandlers handlers;
    private final Map<String, EventValues> values = new HashMap<>();

    EventDispatch(EventSink sink) {
        this.handlers = new EventHandlers(sink);
    }

    @Override
    public void accept(RecordedEvent event) {
        String type = event.getEventType().getName();
        EventValues ofType = values.get(type);
        if (ofType == null) {
            ofType = new EventValues();
            values.put(type, ofType);
        }
        ofType.read(event);
        handlers.accept(type, ofType);
    }
}
