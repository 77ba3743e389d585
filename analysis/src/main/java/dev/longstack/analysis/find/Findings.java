package dev.longstack.analysis.find;

import dev.longstack.analysis.Analysis;
import java.util.Comparator;
import java.util.List;

/** What all checks found in a recording. */
public final class Findings {
    private Findings() {}

    /** All that is worth a note, worst first; empty where nothing is, or the recording has no events of ours. */
    public static List<Finding> of(Analysis analysis) {
        if (!analysis.model().hasLongstackEvents()) {
            return List.of();
        }
        return Checks.ALL.stream()
                .map(check -> check.find(analysis))
                .filter(finding -> finding.severity().compareTo(Severity.NOTE) >= 0)
                .sorted(Comparator.comparingInt(Finding::score).reversed())
                .toList();
    }
}
