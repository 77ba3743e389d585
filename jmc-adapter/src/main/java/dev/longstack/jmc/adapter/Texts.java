package dev.longstack.jmc.adapter;

import dev.longstack.analysis.model.ContextTable;
import org.openjdk.jmc.common.IDisplayable;
import org.openjdk.jmc.common.unit.UnitLookup;

/** Times as Mission Control writes them; empty for unknown. */
public final class Texts {
    private Texts() {}

    public static String span(long nanos) {
        return nanos == ContextTable.UNKNOWN
                ? ""
                : UnitLookup.NANOSECOND.quantity(nanos).displayUsing(IDisplayable.AUTO);
    }

    /** Of nanoseconds since the epoch. */
    public static String time(long nanos) {
        return nanos == ContextTable.UNKNOWN
                ? ""
                : UnitLookup.EPOCH_NS.quantity(nanos).displayUsing(IDisplayable.AUTO);
    }

    /** Of a part of 1. */
    public static String share(double share) {
        return Math.round(100 * share) + " %";
    }
}
