package dev.longstack.jmc.adapter.rule;

import dev.longstack.analysis.model.Model;
import dev.longstack.events.EventNames;
import dev.longstack.jmc.adapter.items.ItemFields;
import java.util.Set;
import java.util.TreeMap;
import org.openjdk.jmc.common.item.IItem;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.item.IItemIterable;
import org.openjdk.jmc.common.item.ItemFilters;

/** Contexts that are created and never let go. */
public final class ContextLeakRule extends AsyncRule {
    private static final long MANY = 10_000;
    private static final double WORST_GROWTH = 100_000;
    private static final int FEWEST_SAMPLES = 8;

    public ContextLeakRule() {
        super("ContextLeak", "Context Leak");
    }

    @Override
    Finding find(Model model, IItemCollection items) {
        TreeMap<Long, Long> live = new TreeMap<>();
        for (IItemIterable ofType : items.apply(ItemFilters.type(EventNames.RUNTIME_STATISTICS))) {
            ItemFields fields = new ItemFields(ofType.getType());
            for (IItem item : ofType) {
                fields.read(item);
                live.put(fields.endNanos(), fields.number("liveContexts"));
            }
        }
        if (live.size() < FEWEST_SAMPLES) {
            return Finding.none("The recording is too short to see contexts pile up.");
        }
        long[] counts = live.values().stream().mapToLong(Long::longValue).toArray();
        long grown = grownThroughout(counts);
        if (counts[counts.length - 1] < MANY || grown <= 0) {
            return Finding.none("Contexts are let go about as fast as they are created.");
        }
        return new Finding(
                25 + 0.75 * Finding.score((double) grown, WORST_GROWTH),
                "The number of live contexts grew by " + grown + ".",
                "It grew in each quarter of the recording, to " + counts[counts.length - 1] + " in the end.",
                "See rule 'Pending or Never Run Work' for what they are.",
                Set.of());
    }

    /** From the lowest of the first quarter to the lowest of the last; 0 where it did not grow in each. */
    private static long grownThroughout(long[] counts) {
        long first = 0;
        long before = -1;
        for (int quarter = 0; quarter < 4; quarter++) {
            long lowest = Long.MAX_VALUE;
            for (int i = counts.length * quarter / 4; i < counts.length * (quarter + 1) / 4; i++) {
                lowest = Math.min(lowest, counts[i]);
            }
            if (lowest <= before) {
                return 0;
            }
            first = quarter == 0 ? lowest : first;
            before = lowest;
        }
        return before - first;
    }
}
