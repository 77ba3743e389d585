package dev.longstack.jmc.adapter.rule;

import java.util.Set;

/**
 * What a rule has seen.
 *
 * @param score from 0, all well, to 100; from 25 on it is worth knowing, from 75 on a warning
 * @param summary a sentence
 * @param explanation how it was seen, with the worst cases
 * @param solution what to do
 * @param evidence ids of contexts whose events show it
 */
record Finding(double score, String summary, String explanation, String solution, Set<Long> evidence) {
    private static final double MAX_SCORE = 100;

    /** Nothing to worry about. */
    static Finding none(String summary) {
        return new Finding(0, summary, "", "", Set.of());
    }

    /** A score that grows with the value and reaches the worst at the given one. */
    static double score(double value, double worst) {
        return Math.max(0, Math.min(MAX_SCORE, MAX_SCORE * value / worst));
    }
}
