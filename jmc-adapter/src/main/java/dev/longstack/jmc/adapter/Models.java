package dev.longstack.jmc.adapter;

import dev.longstack.analysis.model.Model;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmc.common.item.IItemCollection;

/** The models of recordings that somebody has open, each made once; any thread, and a second asker waits for the first. */
public final class Models {
    private static final Map<IItemCollection, Model> MODELS = new WeakHashMap<>();

    private Models() {}

    /** The model of these items. */
    public static Model of(IItemCollection items) {
        synchronized (MODELS) {
            Model known = MODELS.get(items);
            if (known != null) {
                return known;
            }
            @Nullable Model made = ItemModel.of(items, count -> true);
            if (made == null) {
                throw new IllegalStateException("invariant: nobody ends it");
            }
            MODELS.put(items, made);
            return made;
        }
    }
}
