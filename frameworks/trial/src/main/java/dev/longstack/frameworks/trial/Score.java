package dev.longstack.frameworks.trial;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Verdicts, counted by what the step was. */
final class Score {
    private final Map<String, Map<Verdict, Integer>> counts = new TreeMap<>();

    void add(String what, Verdict verdict) {
        counts.computeIfAbsent(what, key -> new EnumMap<>(Verdict.class)).merge(verdict, 1, Integer::sum);
    }

    int of(Verdict verdict) {
        return counts.values().stream()
                .mapToInt(each -> each.getOrDefault(verdict, 0))
                .sum();
    }

    /** A line for each kind of step that is not all right. */
    List<String> remarks() {
        List<String> lines = new ArrayList<>();
        counts.forEach((what, each) -> {
            if (each.keySet().stream().anyMatch(verdict -> verdict != Verdict.RIGHT)) {
                lines.add("'" + what + "' " + each.toString().toLowerCase(Locale.ROOT));
            }
        });
        return lines;
    }
}
