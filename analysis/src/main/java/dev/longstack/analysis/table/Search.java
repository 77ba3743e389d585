package dev.longstack.analysis.table;

import java.util.function.IntPredicate;

/** Looks things up in what is sorted. */
public final class Search {
    private Search() {}

    /** The first index below the size for which something holds, as it does for all after it; the size where it holds for none. */
    public static int first(int size, IntPredicate holds) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (holds.test(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
