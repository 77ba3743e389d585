package dev.longstack.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was measured, in rounds, under a key of several parts. */
final class Samples {
    private final Map<List<Object>, List<Double>> values = new HashMap<>();

    void add(double value, Object... key) {
        values.computeIfAbsent(List.of(key), ignored -> new ArrayList<>()).add(value);
    }

    /** Not a number where nothing was measured. */
    double median(Object... key) {
        double[] sorted = values.getOrDefault(List.of(key), List.of()).stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        int middle = sorted.length / 2;
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    double least(Object... key) {
        return values.getOrDefault(List.of(key), List.of()).stream()
                .min(Double::compare)
                .orElse(Double.NaN);
    }

    double most(Object... key) {
        return values.getOrDefault(List.of(key), List.of()).stream()
                .max(Double::compare)
                .orElse(Double.NaN);
    }
}
