package dev.longstack.analysis.read;

import java.util.Comparator;
import java.util.PriorityQueue;
import jdk.jfr.consumer.RecordedEvent;
import org.jspecify.annotations.Nullable;

/** Picks, while a recording is read, the n-th event of a type by start time, whatever type that is. One thread. */
public final class EventPick {
    private final String type;
    private final int nth;
    /** The n earliest: the latest of them on top. */
    private final PriorityQueue<Picked> earliest =
            new PriorityQueue<>(Comparator.comparingLong(Picked::startNanos).reversed());

    /** Of the type the n-th, from 1 on. */
    public EventPick(String type, int nth) {
        this.type = type;
        this.nth = nth;
    }

    /**
     * An event, as far as an async stack needs it.
     *
     * @param thread {@code name#id}; null for none
     * @param stack a frame a line; null for none
     */
    public record Picked(
            String type,
            long startNanos,
            long endNanos,
            @Nullable String thread,
            @Nullable String stack) {}

    boolean wants(String eventType) {
        return type.equals(eventType);
    }

    void add(RecordedEvent event) {
        earliest.add(new Picked(
                type, Fields.startNanos(event), Fields.endNanos(event), Fields.thread(event), Fields.stack(event)));
        if (earliest.size() > nth) {
            earliest.poll();
        }
    }

    /** What was found; null where there are fewer. */
    public @Nullable Picked picked() {
        return earliest.size() < nth ? null : earliest.peek();
    }
}
