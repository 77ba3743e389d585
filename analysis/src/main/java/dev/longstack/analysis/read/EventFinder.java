package dev.longstack.analysis.read;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Predicate;
import jdk.jfr.consumer.RecordedEvent;
import org.jspecify.annotations.Nullable;

/** Reads a recording once more, for events that the model does not keep. */
public final class EventFinder {
    /** The events in which a thread waits. */
    public static final Set<String> BLOCKING = Set.of(
            "jdk.JavaMonitorEnter",
            "jdk.JavaMonitorWait",
            "jdk.ThreadPark",
            "jdk.ThreadSleep",
            "jdk.SocketRead",
            "jdk.SocketWrite",
            "jdk.FileRead",
            "jdk.FileWrite",
            "jdk.FileForce",
            "longstack.VirtualThreadPark");

    private final Path file;

    public EventFinder(Path file) {
        this.file = file;
    }

    /**
     * The n-th event of the type by start time, from 1 on; null where there are fewer.
     *
     * @throws RecordingException if nothing could be read
     */
    public @Nullable OtherEvent nth(String type, int n) throws RecordingException {
        // keeps the n earliest: the latest of them on top
        PriorityQueue<OtherEvent> earliest = new PriorityQueue<>(
                Comparator.comparingLong(OtherEvent::startNanos).reversed());
        JfrReader.open(file).each(ignored -> {}, event -> {
            if (event.getEventType().getName().equals(type)) {
                earliest.add(of(event));
                if (earliest.size() > n) {
                    earliest.poll();
                }
            }
        });
        return earliest.size() < n ? null : earliest.peek();
    }

    /**
     * The longest waits that the predicate lets through, longest first.
     *
     * @throws RecordingException if nothing could be read
     */
    public List<OtherEvent> longestWaits(int most, Predicate<OtherEvent> wanted) throws RecordingException {
        PriorityQueue<OtherEvent> longest = new PriorityQueue<>(Comparator.comparingLong(OtherEvent::durationNanos));
        JfrReader.open(file).each(ignored -> {}, event -> {
            if (BLOCKING.contains(event.getEventType().getName())) {
                OtherEvent wait = of(event);
                if (wanted.test(wait)) {
                    longest.add(wait);
                }
                if (longest.size() > most) {
                    longest.poll();
                }
            }
        });
        List<OtherEvent> sorted = new ArrayList<>(longest);
        sorted.sort(Comparator.comparingLong(OtherEvent::durationNanos).reversed());
        return sorted;
    }

    private static OtherEvent of(RecordedEvent event) {
        long start = Fields.startNanos(event);
        return new OtherEvent(
                event.getEventType().getName(),
                start,
                Fields.endNanos(event) - start,
                Fields.thread(event),
                subject(event),
                event.hasField("previousOwner") ? Fields.threadName(event.getThread("previousOwner")) : null,
                Fields.stack(event));
    }

    private static @Nullable String subject(RecordedEvent event) {
        for (String field : List.of("monitorClass", "parkedClass", "blockerClass")) {
            if (event.hasField(field)) {
                return Fields.className(event, field);
            }
        }
        for (String field : List.of("host", "path")) {
            if (event.hasField(field)) {
                return event.getString(field);
            }
        }
        return null;
    }
}
