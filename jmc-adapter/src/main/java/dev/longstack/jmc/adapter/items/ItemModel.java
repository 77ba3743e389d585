package dev.longstack.jmc.adapter.items;

import dev.longstack.analysis.link.Linker;
import dev.longstack.analysis.model.Model;
import dev.longstack.analysis.source.EventHandlers;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmc.common.item.IItem;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.item.IItemIterable;

/** Links Mission Control's items, by the same handlers and linker as a file's events. */
public final class ItemModel {
    private static final int BETWEEN_QUESTIONS = 10_000;

    private ItemModel() {}

    /**
     * The model of all items; thread of the caller.
     *
     * @param goOn told the number of events read so far, now and then; false ends it
     * @return null where it was ended
     */
    public static @Nullable Model of(IItemCollection items, LongPredicate goOn) {
        Linker linker = new Linker();
        EventHandlers handlers = new EventHandlers(linker);
        long count = 0;
        for (IItemIterable ofType : items) {
            String type = ofType.getType().getIdentifier();
            ItemFields fields = new ItemFields(ofType.getType());
            for (IItem item : ofType) {
                if (count++ % BETWEEN_QUESTIONS == 0 && !goOn.test(count)) {
                    return null;
                }
                fields.read(item);
                handlers.accept(type, fields);
            }
            if (fields.failures() > 0) {
                linker.unreadable(fields.failures() + " values of " + type + " events could not be read");
            }
        }
        return linker.link();
    }
}
