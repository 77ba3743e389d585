package dev.longstack.jmc.adapter.units;

import dev.longstack.analysis.model.ContextTable;
import org.openjdk.jmc.common.IDisplayable;
import org.openjdk.jmc.common.unit.UnitLookup;

/** Points in time as Mission Control writes them. */
public final class Times {
    private Times() {}

    /** Of nanoseconds since the epoch; empty for unknown. */
    public static String of(long nanos) {
        return nanos == ContextTable.UNKNOWN
                ? ""
                : UnitLookup.EPOCH_NS.quantity(nanos).displayUsing(IDisplayable.AUTO);
    }
}
