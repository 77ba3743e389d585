package dev.longstack.analysis.find;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Counts the cases of a finding, and keeps the ids of the first contexts that show it. One thread. */
final class Evidence {
    private static final int MAX_IDS = 1_000;

    private final Set<Long> ids = new LinkedHashSet<>();
    private long count;

    /** A case; an id of 0 or below is no context's. */
    void add(long contextId) {
        count++;
        if (contextId > 0 && ids.size() < MAX_IDS) {
            ids.add(contextId);
        }
    }

    long count() {
        return count;
    }

    List<Long> ids() {
        return List.copyOf(ids);
    }
}
