package dev.longstack.analysis.read;

import dev.longstack.analysis.source.ContextFacts;
import dev.longstack.analysis.source.EventSink;
import dev.longstack.events.EventNames;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import jdk.jfr.consumer.RecordedEvent;
import org.jspecify.annotations.Nullable;

/** Turns our events into calls of the sink; one handler an event type. */
final class EventDispatch implements Consumer<RecordedEvent> {
    private final EventSink sink;
    private final Map<String, Consumer<RecordedEvent>> handlers = new HashMap<>();
    /** In the order in which {@link #invocation} asks. */
    private final EventValues invocations = new EventValues(
            "contextId",
            "parentId",
            "parentInvocation",
            "kind",
            "operation",
            "taskClass",
            "invocation",
            "eventThread",
            "failure",
            "triggerId",
            "creationThread",
            "scheduledDelay",
            "queueTime",
            "queueType",
            "queueLength");

    EventDispatch(EventSink sink) {
        this.sink = sink;
        handlers.put(EventNames.CONTEXT_CREATION, this::creation);
        handlers.put(EventNames.CONTEXT_INVOCATION, this::invocation);
        handlers.put(EventNames.CONTEXT_RELEASE, this::release);
        handlers.put(EventNames.ACTIVE_INVOCATION, this::active);
        handlers.put(EventNames.CALL_SITE, this::callSite);
        handlers.put(EventNames.HINT, this::hint);
        handlers.put(EventNames.DROPPED, event -> sink.dropped(event.getString("reason"), event.getLong("count")));
        handlers.put(EventNames.CONFIGURATION, this::configuration);
        handlers.put("jdk.JVMInformation", this::jvm);
    }

    @Override
    public void accept(RecordedEvent event) {
        String type = event.getEventType().getName();
        Consumer<RecordedEvent> handler = handlers.get(type);
        if (handler == null) {
            sink.other(type, Fields.startNanos(event));
        } else {
            handler.accept(event);
        }
    }

    private void creation(RecordedEvent event) {
        sink.creation(context(event), Fields.startNanos(event), Fields.thread(event), Fields.stack(event));
    }

    private void invocation(RecordedEvent event) {
        EventValues values = invocations;
        values.read(event);
        sink.invocation(
                new ContextFacts(
                        values.number(0),
                        values.number(1),
                        (int) values.number(2),
                        values.text(3),
                        values.text(4),
                        values.className(5)),
                new EventSink.Run(
                        (int) values.number(6),
                        Fields.startNanos(event),
                        Fields.endNanos(event),
                        values.thread(7),
                        values.className(8)),
                new EventSink.Schedule(
                        values.number(9),
                        values.thread(10),
                        values.number(11),
                        values.number(12),
                        values.className(13),
                        (int) values.number(14)));
    }

    private void release(RecordedEvent event) {
        sink.release(context(event), Fields.startNanos(event), event.getString("reason"));
    }

    private void active(RecordedEvent event) {
        long now = Fields.startNanos(event);
        sink.active(
                context(event),
                new EventSink.Run(
                        event.getInt("invocation"),
                        now - event.getLong("runningTime"),
                        now,
                        Fields.threadName(event.getThread("runningThread")),
                        null));
    }

    private void callSite(RecordedEvent event) {
        sink.callSite(new EventSink.CallSite(
                event.getString("operation"),
                Fields.className(event, "taskClass"),
                event.getString("parentOperation"),
                event.getLong("created"),
                event.getLong("stacksTaken"),
                event.getString("stack")));
    }

    private void hint(RecordedEvent event) {
        sink.hint(
                event.getLong("contextId"),
                Fields.startNanos(event),
                event.getString("name"),
                event.getString("details"));
    }

    private void configuration(RecordedEvent event) {
        sink.configuration(new EventSink.Configuration(
                event.getLong("processInstance"),
                event.getInt("protocolVersion"),
                event.getString("runtimeVersion"),
                event.getString("options"),
                event.getString("creations"),
                event.getString("failedClasses")));
    }

    private void jvm(RecordedEvent event) {
        String command = event.getString("javaArguments");
        sink.jvm(
                new EventSink.Jvm(
                        event.getLong("pid"),
                        event.getString("jvmVersion"),
                        command == null ? null : command.strip().split(" ", 2)[0]),
                Fields.startNanos(event));
    }

    private static ContextFacts context(RecordedEvent event) {
        @Nullable String kind = event.getString("kind");
        return new ContextFacts(
                event.getLong("contextId"),
                event.getLong("parentId"),
                event.getInt("parentInvocation"),
                kind,
                event.getString("operation"),
                Fields.className(event, "taskClass"));
    }
}
