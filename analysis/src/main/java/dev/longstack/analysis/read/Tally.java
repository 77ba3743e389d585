package dev.longstack.analysis.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import jdk.jfr.EventType;
import jdk.jfr.consumer.RecordedEvent;
import org.jspecify.annotations.Nullable;

/** Counts the events that come, by type, and hands them on; one that is refused by an exception does not count. */
final class Tally implements Consumer<RecordedEvent> {
    /** Of more types there is one sentence for all. */
    private static final int MOST_SENTENCES = 3;

    private final Consumer<RecordedEvent> next;
    private final Map<String, long[]> counts = new HashMap<>();
    private @Nullable EventType lastType;
    private long[] lastCount = new long[1];

    Tally(Consumer<RecordedEvent> next) {
        this.next = next;
    }

    @Override
    public void accept(RecordedEvent event) {
        next.accept(event);
        EventType type = event.getEventType();
        if (type != lastType) {
            lastType = type;
            lastCount = counts.computeIfAbsent(type.getName(), ignored -> new long[1]);
        }
        lastCount[0]++;
    }

    /** Of all types. */
    long count() {
        return counts.values().stream().mapToLong(count -> count[0]).sum();
    }

    private long count(String type) {
        return counts.getOrDefault(type, new long[1])[0];
    }

    /** What of the events that a chunk holds did not come, as ends of sentences; empty for nothing. */
    List<String> missing(Map<String, Long> held) {
        Map<String, Long> missing = new TreeMap<>();
        held.forEach((type, count) -> {
            if (count > count(type)) {
                missing.put(type, count);
            }
        });
        List<String> sentences = new ArrayList<>();
        if (missing.size() <= MOST_SENTENCES) {
            missing.forEach((type, count) -> sentences.add(sentence(count, type + " events", count(type))));
            return sentences;
        }
        long all = missing.values().stream().mapToLong(Long::longValue).sum();
        long read = missing.keySet().stream().mapToLong(this::count).sum();
        sentences.add(sentence(all, "events of " + missing.size() + " types", read));
        return sentences;
    }

    private static String sentence(long held, String what, long read) {
        return "holds " + held + " " + what + "; " + (read == 0 ? "none" : "only " + read) + " could be read";
    }
}
