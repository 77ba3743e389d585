package dev.longstack.analysis.text;

import dev.longstack.analysis.model.ContextTable;
import java.util.Locale;

/** Spans of time and shares of them, as people read them. */
public final class Durations {
    private static final String[] UNITS = {"ns", "µs", "ms", "s"};

    private Durations() {}

    /** Three digits and a unit, {@code 1.25 ms}; "unknown" for {@link ContextTable#UNKNOWN}. */
    public static String of(long nanos) {
        if (nanos == ContextTable.UNKNOWN) {
            return "unknown";
        }
        double value = nanos;
        int unit = 0;
        while (unit < UNITS.length - 1 && Math.abs(value) >= 999.5) {
            value /= 1000;
            unit++;
        }
        String form =
                unit == 0 || Math.abs(value) >= 99.95 ? "%.0f %s" : Math.abs(value) >= 9.995 ? "%.1f %s" : "%.2f %s";
        return String.format(Locale.ROOT, form, value, UNITS[unit]);
    }

    /** Empty for {@link ContextTable#UNKNOWN}. */
    public static String orEmpty(long nanos) {
        return nanos == ContextTable.UNKNOWN ? "" : of(nanos);
    }

    /** Of a part of 1: {@code 12 %}. */
    public static String share(double share) {
        return Math.round(100 * share) + " %";
    }
}
