package dev.longstack.jmc.adapter.timeline;

import dev.longstack.analysis.table.Spans;
import dev.longstack.analysis.tree.ThreadWaits;
import dev.longstack.events.EventNames;
import dev.longstack.jmc.adapter.ItemFields;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.openjdk.jmc.common.item.IItem;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.item.IItemIterable;
import org.openjdk.jmc.common.item.ItemFilters;

/** What happened in the JVM besides: pauses, waits of threads, what streams held; any thread once it is made. */
public final class Surroundings {
    private static final List<String> PAUSES =
            List.of("jdk.GCPhasePause", "jdk.ExecuteVMOperation", "jdk.SafepointBegin");

    private final Spans pauses;
    private final Map<EventKind, Map<String, Spans>> events;
    private final Held held;

    private final ThreadWaits waits;

    private Surroundings(Spans pauses, Map<EventKind, Map<String, Spans>> events, ThreadWaits waits, Held held) {
        this.waits = waits;
        this.pauses = pauses;
        this.events = events;
        this.held = held;
    }

    /** Reads the items that tell; the thread of the caller. */
    public static Surroundings of(IItemCollection items) {
        Spans.Builder pauses = new Spans.Builder();
        each(items, PAUSES, fields -> pauses.add(fields.startNanos(), fields.endNanos()));
        Map<EventKind, Map<String, Spans>> events = new EnumMap<>(EventKind.class);
        ThreadWaits.Builder waits = new ThreadWaits.Builder();
        for (EventKind kind : EventKind.values()) {
            Map<String, Spans.Builder> byThread = new HashMap<>();
            each(items, kind.types(), fields -> {
                String thread = fields.eventThread();
                if (thread != null) {
                    byThread.computeIfAbsent(thread, name -> new Spans.Builder())
                            .add(fields.startNanos(), fields.endNanos());
                    waits.add(thread, fields.startNanos(), fields.endNanos());
                }
            });
            Map<String, Spans> spans = new HashMap<>();
            byThread.forEach((thread, builder) -> spans.put(thread, builder.build()));
            events.put(kind, spans);
        }
        Held held = new Held();
        each(items, List.of(EventNames.STREAM_BUFFER), held::add);
        return new Surroundings(pauses.build(), events, waits.build(), held);
    }

    private static void each(IItemCollection items, List<String> types, Consumer<ItemFields> sink) {
        for (IItemIterable ofType : items.apply(ItemFilters.type(types.toArray(String[]::new)))) {
            ItemFields fields = new ItemFields(ofType.getType());
            for (IItem item : ofType) {
                fields.read(item);
                sink.accept(fields);
            }
        }
    }

    /** When the JVM stood. */
    public Spans pauses() {
        return pauses;
    }

    /** Of a thread, {@code name#id}. */
    public Spans events(EventKind kind, String thread) {
        return events.getOrDefault(kind, Map.of()).getOrDefault(thread, Spans.NONE);
    }

    /** When threads waited, for whatever. */
    public ThreadWaits waits() {
        return waits;
    }

    /** What streams held by backpressure. */
    public Held held() {
        return held;
    }
}
