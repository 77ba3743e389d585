package dev.longstack.jmc.adapter.rule;

import dev.longstack.analysis.model.Model;
import dev.longstack.events.EventNames;
import dev.longstack.jmc.adapter.items.ItemFields;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.openjdk.jmc.common.item.IItem;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.item.IItemIterable;
import org.openjdk.jmc.common.item.ItemFilters;

/** Streams that held chunks back most of the time because nobody asked for them. */
public final class SlowStreamConsumerRule extends AsyncRule {
    private static final int FEWEST_CHUNKS = 20;
    private static final double OFTEN = 0.5;

    public SlowStreamConsumerRule() {
        super("SlowStreamConsumer", "Slow Stream Consumer");
    }

    @Override
    Finding find(Model model, IItemCollection items) {
        Map<Long, Stream> streams = new HashMap<>();
        for (IItemIterable ofType : items.apply(ItemFilters.type(EventNames.STREAM_BUFFER))) {
            ItemFields fields = new ItemFields(ofType.getType());
            for (IItem item : ofType) {
                fields.read(item);
                streams.computeIfAbsent(fields.number("streamId"), id -> new Stream(fields.word("stream")))
                        .add(fields);
            }
        }
        return streams.values().stream()
                .filter(stream -> stream.chunks >= FEWEST_CHUNKS && stream.share() > OFTEN)
                .max(Comparator.comparingDouble(Stream::share))
                .map(Stream::finding)
                .orElseGet(() -> Finding.none("No stream held chunks back for most of its time."));
    }

    /** The chunks of one stream. */
    private static final class Stream {
        private final String name;
        private final Set<Long> evidence = new HashSet<>();
        private int chunks;
        private int held;
        private long mostElements;
        private long mostBytes;

        Stream(String name) {
            this.name = name;
        }

        void add(ItemFields fields) {
            chunks++;
            long elements = fields.number("heldElements");
            long bytes = fields.number("heldSize");
            // an unknown demand is -1, and then what is held speaks for itself
            boolean isHeld = (elements > 0 || bytes > 0) && fields.number("demand") <= 0;
            if (isHeld) {
                held++;
                mostElements = Math.max(mostElements, elements);
                mostBytes = Math.max(mostBytes, bytes);
                if (!isEnough(evidence)) {
                    evidence.add(fields.number("contextId"));
                }
            }
        }

        double share() {
            return (double) held / chunks;
        }

        Finding finding() {
            return new Finding(
                    Finding.score(share(), 1),
                    "The consumer of " + name + " was slower than its producer.",
                    "With " + held + " of " + chunks
                            + " chunks something was held back and nobody had asked for it; at most "
                            + (mostElements > 0 ? mostElements + " elements" : mostBytes + " bytes") + ".",
                    "Look at what the consumer does with a chunk: make it faster, give it more threads, or let the producer "
                            + "wait.",
                    evidence);
        }
    }
}
