package dev.longstack.recordings.truth;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Whose run caused another one: one of these, or unknown where nobody can tell them apart. */
record Trigger(List<Run> candidates, boolean maybeUnknown) {
    private static final String UNKNOWN = "-1";

    static final Trigger NONE = of(Run.NOWHERE);

    static Trigger of(Run run) {
        return new Trigger(List.of(run), false);
    }

    Trigger orUnknown() {
        return new Trigger(candidates, true);
    }

    /** What a recording may say, separated by commas: 0 where it is the parent too, or nobody. */
    String relativeTo(Run parent) {
        Set<String> words = new LinkedHashSet<>();
        for (Run each : candidates) {
            boolean same = each.contextId() == parent.contextId();
            if (same && parent.mayBeParent()) {
                words.add("0");
            }
            if (!same || !parent.isCertain()) {
                words.add(Long.toString(each.contextId()));
            }
            if (maybeUnknown || !each.isCertain()) {
                words.add(UNKNOWN);
            }
        }
        return String.join(",", words);
    }
}
