package dev.longstack.jmc.adapter;

import dev.longstack.analysis.link.Linker;
import dev.longstack.analysis.model.Model;
import dev.longstack.analysis.source.ContextFacts;
import dev.longstack.analysis.source.EventSink;
import dev.longstack.events.EventNames;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmc.common.item.IItem;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.item.IItemIterable;

/** Links Mission Control's items, by the same linker as a file's events; one thread. */
public final class ItemModel {
    private final EventSink sink;
    private final Map<String, Consumer<ItemFields>> handlers = new HashMap<>();

    private ItemModel(EventSink sink) {
        this.sink = sink;
        handlers.put(EventNames.CONTEXT_CREATION, this::creation);
        handlers.put(EventNames.CONTEXT_INVOCATION, this::invocation);
        handlers.put(EventNames.CONTEXT_RELEASE, this::release);
        handlers.put(EventNames.ACTIVE_INVOCATION, this::active);
        handlers.put(EventNames.CALL_SITE, this::callSite);
        handlers.put(EventNames.HINT, this::hint);
        handlers.put(EventNames.DROPPED, item -> sink.dropped(item.word("reason"), item.number("count")));
        handlers.put(EventNames.CONFIGURATION, this::configuration);
        handlers.put("jdk.JVMInformation", this::jvm);
    }

    /**
     * The model of all items.
     *
     * @param cancelled asked now and then; true ends it
     * @return null where it was cancelled
     */
    public static @Nullable Model of(IItemCollection items, BooleanSupplier cancelled) {
        Linker linker = new Linker();
        ItemModel model = new ItemModel(linker);
        for (IItemIterable ofType : items) {
            if (!model.read(ofType, cancelled)) {
                return null;
            }
        }
        return linker.link();
    }

    private boolean read(IItemIterable ofType, BooleanSupplier cancelled) {
        String type = ofType.getType().getIdentifier();
        ItemFields fields = new ItemFields(ofType.getType());
        Consumer<ItemFields> handler = handlers.getOrDefault(type, item -> sink.other(type, item.startNanos()));
        long count = 0;
        for (IItem item : ofType) {
            if (count++ % 10_000 == 0 && cancelled.getAsBoolean()) {
                return false;
            }
            fields.read(item);
            handler.accept(fields);
        }
        return true;
    }

    private void creation(ItemFields item) {
        sink.creation(context(item), item.startNanos(), item.eventThread(), item.stack());
    }

    private void invocation(ItemFields item) {
        sink.invocation(
                context(item),
                new EventSink.Run(
                        (int) item.number("invocation"),
                        item.startNanos(),
                        item.endNanos(),
                        item.eventThread(),
                        item.className("failure")),
                new EventSink.Schedule(
                        item.number("triggerId"),
                        item.thread("creationThread"),
                        item.span("scheduledDelay"),
                        item.span("queueTime"),
                        item.className("queueType"),
                        (int) item.number("queueLength")));
    }

    private void release(ItemFields item) {
        sink.release(context(item), item.startNanos(), item.word("reason"));
    }

    private void active(ItemFields item) {
        long now = item.startNanos();
        sink.active(
                context(item),
                new EventSink.Run(
                        (int) item.number("invocation"),
                        now - item.span("runningTime"),
                        now,
                        item.thread("runningThread"),
                        null));
    }

    private void callSite(ItemFields item) {
        sink.callSite(new EventSink.CallSite(
                item.word("operation"),
                item.className("taskClass"),
                item.text("parentOperation"),
                item.number("created"),
                item.number("stacksTaken"),
                item.text("stack")));
    }

    private void hint(ItemFields item) {
        sink.hint(item.number("contextId"), item.startNanos(), item.word("name"), item.text("details"));
    }

    private void configuration(ItemFields item) {
        sink.configuration(new EventSink.Configuration(
                item.number("processInstance"),
                (int) item.number("protocolVersion"),
                item.text("runtimeVersion"),
                item.text("options"),
                item.text("creations"),
                item.text("failedClasses")));
    }

    private void jvm(ItemFields item) {
        String command = item.text("javaArguments");
        sink.jvm(
                new EventSink.Jvm(
                        item.number("pid"),
                        item.text("jvmVersion"),
                        command == null ? null : command.strip().split(" ", 2)[0]),
                item.startNanos());
    }

    private static ContextFacts context(ItemFields item) {
        return new ContextFacts(
                item.number("contextId"),
                item.number("parentId"),
                (int) item.number("parentInvocation"),
                item.text("kind"),
                item.text("operation"),
                item.className("taskClass"));
    }
}
