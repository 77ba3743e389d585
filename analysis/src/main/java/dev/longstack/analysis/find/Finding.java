package dev.longstack.analysis.find;

import java.util.List;

/**
 * What a check says of a recording.
 *
 * @param check the word of the check
 * @param score from 0 (all is well) to 100; -1 where the recording cannot show it
 * @param summary one sentence that names what was found
 * @param explanation one sentence with the details; empty for none
 * @param advice one sentence on what to do; empty for none
 * @param evidence ids of contexts that show it, at most 1,000
 * @param count how many cases there are, those beyond the evidence included
 * @param unseen what the recording did not show the check, as sentences
 */
public record Finding(
        String check,
        int score,
        String summary,
        String explanation,
        String advice,
        List<Long> evidence,
        long count,
        List<String> unseen) {
    private static final int UNKNOWN_SCORE = -1;
    private static final int MAX_SCORE = 100;
    /** The score of the mildest finding that is worth a note. */
    private static final int NOTE = 25;

    /** Nothing found. */
    static Finding ok(Check check, String summary, List<String> unseen) {
        return new Finding(check.word(), 0, summary, "", "", List.of(), 0, unseen);
    }

    /** The recording cannot show it. */
    static Finding undetermined(Check check, String summary, List<String> unseen) {
        return new Finding(check.word(), UNKNOWN_SCORE, summary, "", "", List.of(), 0, unseen);
    }

    /** A score in proportion to the value, 100 from the worst on. */
    static int scaled(double value, double worst) {
        return (int) Math.round(MAX_SCORE * Math.max(0, Math.min(1, value / worst)));
    }

    /** The same for what is worth a note in any case. */
    static int scaledFromNote(double value, double worst) {
        return NOTE + (int) Math.round((MAX_SCORE - NOTE) * Math.max(0, Math.min(1, value / worst)));
    }

    public Severity severity() {
        return Severity.of(score);
    }
}
