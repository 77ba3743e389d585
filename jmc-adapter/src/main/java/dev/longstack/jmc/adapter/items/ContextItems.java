package dev.longstack.jmc.adapter.items;

import java.util.HashSet;
import java.util.Set;
import org.openjdk.jmc.common.item.Attribute;
import org.openjdk.jmc.common.item.ICanonicalAccessorFactory;
import org.openjdk.jmc.common.item.IItemFilter;
import org.openjdk.jmc.common.item.ItemFilters;
import org.openjdk.jmc.common.unit.UnitLookup;

/** Which of Mission Control's items tell of a context. */
public final class ContextItems {
    private static final ICanonicalAccessorFactory<Number> CONTEXT_ID =
            Attribute.attr("contextId", UnitLookup.RAW_NUMBER);

    private ContextItems() {}

    /** Our events of these contexts. */
    public static IItemFilter of(Set<Long> contextIds) {
        return ItemFilters.and(
                ItemFilters.typeMatches("longstack\\..*"),
                ItemFilters.memberOf(CONTEXT_ID, new HashSet<Number>(contextIds)));
    }
}
