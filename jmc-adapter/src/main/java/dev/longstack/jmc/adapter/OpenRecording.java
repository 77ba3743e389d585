package dev.longstack.jmc.adapter;

import dev.longstack.analysis.model.Model;
import dev.longstack.analysis.stack.AsyncStacks;
import dev.longstack.analysis.tree.Requests;
import dev.longstack.jmc.adapter.timeline.Surroundings;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmc.common.item.IItemCollection;

/** A recording that Mission Control has open, linked; any thread. */
public final class OpenRecording {
    private final IItemCollection items;
    private final Model model;
    private final Requests requests;
    private final AsyncStacks stacks;
    private final Surroundings surroundings;

    private OpenRecording(IItemCollection items, Model model) {
        this.items = items;
        this.model = model;
        this.requests = new Requests(model);
        this.stacks = new AsyncStacks(model);
        this.surroundings = Surroundings.of(items);
    }

    /**
     * Links the items; thread of the caller.
     *
     * @param goOn told the number of events linked so far, now and then; false ends it
     * @return null where it was ended
     */
    public static @Nullable OpenRecording of(IItemCollection items, LongPredicate goOn) {
        Model model = ItemModel.of(items, goOn);
        return model == null ? null : new OpenRecording(items, model);
    }

    public IItemCollection items() {
        return items;
    }

    public Model model() {
        return model;
    }

    public Requests requests() {
        return requests;
    }

    public AsyncStacks stacks() {
        return stacks;
    }

    /** What happened in the JVM besides. */
    public Surroundings surroundings() {
        return surroundings;
    }
}
