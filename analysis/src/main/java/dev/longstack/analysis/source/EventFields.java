package dev.longstack.analysis.source;

import org.jspecify.annotations.Nullable;

/** The values of one event by the names of its fields, in the forms of {@link EventSink}; valid until the next event. */
public interface EventFields {
    /** Nanoseconds since the epoch. */
    long startNanos();

    /** Nanoseconds since the epoch; of an instant event its start. */
    long endNanos();

    /** The thread of the event; null for none. */
    @Nullable
    String eventThread();

    /** A frame a line; null for none. */
    @Nullable
    String stack();

    /** A number without a unit; 0 for none, and where the event has no such field. */
    long number(String field);

    /** Nanoseconds. */
    long span(String field);

    @Nullable
    String text(String field);

    /** With dots; null for none. */
    @Nullable
    String className(String field);

    @Nullable
    String thread(String field);

    /** False where the event has no such field. */
    boolean flag(String field);

    /** A text that our events always have; "unknown" in an event that somebody else wrote. */
    default String word(String field) {
        String text = text(field);
        return text == null ? "unknown" : text;
    }
}
