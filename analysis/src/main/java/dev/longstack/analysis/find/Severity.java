package dev.longstack.analysis.find;

import java.util.Locale;

/** How much a finding matters, the least first. */
public enum Severity {
    /** The recording cannot show it. */
    UNDETERMINED(Integer.MIN_VALUE),
    /** Nothing to worry about. */
    OK(0),
    /** Worth knowing. */
    NOTE(25),
    /** Likely to cost time or memory. */
    WARNING(75),
    /** As bad as the check can tell. */
    PROBLEM(95);

    private final int fromScore;

    Severity(int fromScore) {
        this.fromScore = fromScore;
    }

    /** The severity of a score from 0 to 100. */
    static Severity of(int score) {
        Severity severity = UNDETERMINED;
        for (Severity each : values()) {
            severity = score >= each.fromScore ? each : severity;
        }
        return severity;
    }

    /** In lower case: {@code warning}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
