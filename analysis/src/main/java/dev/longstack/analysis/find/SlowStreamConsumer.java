package dev.longstack.analysis.find;

import dev.longstack.analysis.Analysis;
import dev.longstack.analysis.model.StreamTable;
import dev.longstack.analysis.text.Durations;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Streams that held data back most of the time because their consumer did not ask for it. */
final class SlowStreamConsumer implements Check {
    private static final int FEWEST_CHUNKS = 20;
    private static final double OFTEN = 0.5;

    @Override
    public String word() {
        return "slow-stream-consumer";
    }

    @Override
    public String title() {
        return "Slow Stream Consumer";
    }

    @Override
    public Finding find(Analysis analysis) {
        StreamTable chunks = analysis.model().streams();
        Map<Long, Stream> streams = new LinkedHashMap<>();
        for (int row = 0; row < chunks.size(); row++) {
            String name = chunks.stream(row);
            streams.computeIfAbsent(chunks.streamId(row), id -> new Stream(name))
                    .add(chunks, row);
        }
        long unknown = streams.values().stream().filter(Stream::isUnknown).count();
        List<String> unseen = Unseen.of(analysis.model())
                .add(unknown > 0, "How much " + Counts.of(unknown, "stream") + " held back is unknown.")
                .sentences();
        if (streams.size() == unknown) {
            return Finding.undetermined(this, "The recording does not show what any stream held back.", unseen);
        }
        List<Stream> slow = streams.values().stream()
                .filter(Stream::isSlow)
                .sorted(Comparator.comparingDouble(Stream::share).reversed())
                .toList();
        return slow.isEmpty()
                ? Finding.ok(this, "No stream held data back most of the time.", unseen)
                : found(slow, unseen);
    }

    private Finding found(List<Stream> slow, List<String> unseen) {
        Stream worst = slow.get(0);
        String most =
                worst.mostElements > 0 ? Counts.of(worst.mostElements, "element") : Counts.of(worst.mostBytes, "byte");
        return new Finding(
                word(),
                Finding.scaled(worst.share(), 1),
                "The consumer of '" + worst.name + "' was slower than its producer " + Durations.share(worst.share())
                        + " of the time.",
                "After " + Counts.of(worst.held.count()) + " of " + Counts.of(worst.chunks, "chunk")
                        + " the stream was holding data that nobody had asked for, up to " + most
                        + (slow.size() == 1
                                ? ""
                                : (slow.size() == 2 ? "; so was " : "; so were ")
                                        + Counts.of(slow.size() - 1L, "other stream"))
                        + ".",
                "Make the consumer's work on each chunk faster, give it more threads, or make the producer wait.",
                worst.held.ids(),
                worst.held.count(),
                unseen);
    }

    /** The chunks of one stream. */
    private static final class Stream {
        private final String name;
        private final Evidence held = new Evidence();
        private long chunks;
        private long unknown;
        private long mostElements;
        private long mostBytes;

        Stream(String name) {
            this.name = name;
        }

        void add(StreamTable table, int row) {
            chunks++;
            long elements = table.heldElements(row);
            long bytes = table.heldBytes(row);
            unknown += elements < 0 && bytes < 0 ? 1 : 0;
            // an unknown demand is -1, and then what is held speaks for itself
            if ((elements > 0 || bytes > 0) && table.demand(row) <= 0) {
                held.add(table.contextId(row));
                mostElements = Math.max(mostElements, elements);
                mostBytes = Math.max(mostBytes, bytes);
            }
        }

        boolean isUnknown() {
            return unknown == chunks;
        }

        boolean isSlow() {
            return chunks >= FEWEST_CHUNKS && share() > OFTEN;
        }

        double share() {
            return (double) held.count() / chunks;
        }
    }
}
