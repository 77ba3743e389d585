package dev.longstack.analysis.find;

import java.util.Locale;

/** Numbers of things in words. */
final class Counts {
    private Counts() {}

    /** {@code 1,500}. */
    static String of(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** {@code 1 request}, {@code 1,500 requests}. */
    static String of(long count, String singular) {
        return of(count) + " " + singular + (count == 1 ? "" : "s");
    }
}
