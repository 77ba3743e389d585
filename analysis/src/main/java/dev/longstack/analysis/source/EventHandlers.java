package dev.longstack.analysis.source;

import dev.longstack.events.EventNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Turns events, from whichever reader, into calls of the sink; one handler an event type. */
public final class EventHandlers {
    private static final List<String> PAUSES =
            List.of("jdk.GCPhasePause", "jdk.ExecuteVMOperation", "jdk.SafepointBegin");

    private final EventSink sink;
    private final Map<String, Consumer<EventFields>> handlers = new HashMap<>();

    public EventHandlers(EventSink sink) {
        this.sink = sink;
        handlers.put(EventNames.CONTEXT_CREATION, this::creation);
        handlers.put(EventNames.CONTEXT_INVOCATION, this::invocation);
        handlers.put(EventNames.CONTEXT_RELEASE, this::release);
        handlers.put(EventNames.ACTIVE_INVOCATION, this::active);
        handlers.put(EventNames.CALL_SITE, this::callSite);
        handlers.put(EventNames.HINT, this::hint);
        handlers.put(EventNames.OPEN_REQUEST, this::openRequest);
        handlers.put(EventNames.DROPPED, this::dropped);
        handlers.put(EventNames.CONFIGURATION, this::configuration);
        handlers.put(EventNames.STREAM_BUFFER, this::streamBuffer);
        handlers.put(EventNames.TRACKED_OBJECT, this::trackedObject);
        handlers.put(EventNames.RUNTIME_STATISTICS, this::statistics);
        handlers.put("jdk.JVMInformation", this::jvm);
        for (WaitKind kind : WaitKind.values()) {
            kind.types().forEach(type -> handlers.put(type, event -> wait(type, kind, event)));
        }
        PAUSES.forEach(type -> handlers.put(type, event -> sink.paused(type, event.startNanos(), event.endNanos())));
    }

    /** An event of this type. */
    public void accept(String type, EventFields event) {
        Consumer<EventFields> handler = handlers.get(type);
        if (handler == null) {
            sink.other(type, event.startNanos());
        } else {
            handler.accept(event);
        }
    }

    private void creation(EventFields event) {
        sink.creation(context(event), event.startNanos(), event.eventThread(), event.stack());
    }

    private void invocation(EventFields event) {
        sink.invocation(
                context(event),
                new EventSink.Run(
                        (int) event.number("invocation"),
                        event.startNanos(),
                        event.endNanos(),
                        event.eventThread(),
                        event.className("failure"),
                        event.number("requestId"),
                        event.text("request")),
                new EventSink.Schedule(
                        event.number("triggerId"),
                        event.thread("creationThread"),
                        event.span("scheduledDelay"),
                        event.span("queueTime"),
                        event.className("queueType"),
                        (int) event.number("queueLength")));
    }

    private void release(EventFields event) {
        sink.release(context(event), event.startNanos(), event.word("reason"));
    }

    private void active(EventFields event) {
        long now = event.startNanos();
        sink.active(
                context(event),
                new EventSink.Run(
                        (int) event.number("invocation"),
                        now - event.span("runningTime"),
                        now,
                        event.thread("runningThread"),
                        null,
                        event.number("requestId"),
                        event.text("request")));
    }

    private void openRequest(EventFields event) {
        sink.openRequest(new EventSink.OpenRequest(
                event.number("requestId"),
                event.text("request"),
                event.startNanos(),
                (int) event.number("openHops"),
                event.text("openSteps"),
                event.flag("collected")));
    }

    private void dropped(EventFields event) {
        sink.dropped(new EventSink.Dropped(
                event.word("reason"), event.number("count"), event.startNanos(), (int) event.number("sampleEvery")));
    }

    private void callSite(EventFields event) {
        sink.callSite(new EventSink.CallSite(
                event.word("operation"),
                event.className("taskClass"),
                event.text("parentOperation"),
                event.number("created"),
                event.number("stacksTaken"),
                event.text("stack")));
    }

    private void hint(EventFields event) {
        sink.hint(event.number("contextId"), event.startNanos(), event.word("name"), event.text("details"));
    }

    private void wait(String type, WaitKind kind, EventFields event) {
        String thread = event.eventThread();
        if (thread == null) {
            sink.other(type, event.startNanos());
            return;
        }
        sink.waited(new EventSink.Wait(
                type,
                event.startNanos(),
                event.endNanos(),
                thread,
                kind.subject(event),
                kind.hasAddress() ? event.number("address") : 0,
                event.thread("previousOwner"),
                event.stack()));
    }

    private void streamBuffer(EventFields event) {
        sink.streamBuffer(new EventSink.StreamBuffer(
                event.number("streamId"),
                event.word("stream"),
                event.number("contextId"),
                event.startNanos(),
                event.endNanos(),
                event.number("chunkSize"),
                event.number("heldSize"),
                event.number("heldElements"),
                event.span("internalTime"),
                event.number("demand")));
    }

    private void trackedObject(EventFields event) {
        sink.trackedObject(new EventSink.TrackedObject(
                event.number("objectId"),
                event.className("objectClass"),
                event.number("contextId"),
                event.text("action"),
                event.startNanos()));
    }

    private void statistics(EventFields event) {
        sink.statistics(new EventSink.Statistics(
                event.endNanos(),
                event.number("liveContexts"),
                event.number("createdContexts"),
                event.number("releasedContexts"),
                event.number("trackedObjects")));
    }

    private void configuration(EventFields event) {
        sink.configuration(new EventSink.Configuration(
                event.number("processInstance"),
                (int) event.number("protocolVersion"),
                event.text("runtimeVersion"),
                event.text("options"),
                event.text("creations"),
                event.text("failedClasses")));
    }

    private void jvm(EventFields event) {
        String command = event.text("javaArguments");
        sink.jvm(
                new EventSink.Jvm(
                        event.number("pid"),
                        event.text("jvmVersion"),
                        command == null ? null : command.strip().split(" ", 2)[0]),
                event.startNanos());
    }

    private static ContextFacts context(EventFields event) {
        return new ContextFacts(
                event.number("contextId"),
                event.number("parentId"),
                (int) event.number("parentInvocation"),
                event.text("kind"),
                event.text("operation"),
                event.className("taskClass"));
    }
}
