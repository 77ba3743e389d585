package dev.longstack.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What the requests of a service cost, path by path; ratios are taken within the same seconds. */
final class FrameworkTable {
    private final String title;
    private final List<Variant> variants;
    private final List<String> paths = new ArrayList<>();
    private final Samples samples = new Samples();

    FrameworkTable(String title, List<Variant> variants) {
        this.title = title;
        this.variants = variants;
    }

    /** Of a request. */
    record Cost(double cpuMicros, double aSecond) {
        /** How much of the machine the server took: clearly less than one where it is not at saturation. */
        double cores() {
            return cpuMicros * aSecond / 1e6;
        }
    }

    private enum Measure {
        CPU,
        CPU_TO_BARE,
        CPU_TO_RECORDING,
        RATE_TO_BARE,
        CORES
    }

    /** What is added under this path. */
    Row of(String path) {
        if (!paths.contains(path)) {
            paths.add(path);
        }
        return costs -> add(path, costs);
    }

    /** Takes what all variants cost within the same seconds. */
    interface Row {
        void add(Map<Variant, Cost> costs);
    }

    private void add(String path, Map<Variant, Cost> costs) {
        Cost bare = Objects.requireNonNull(costs.get(Variant.BARE));
        Cost recording = Objects.requireNonNull(costs.get(Variant.RECORDING));
        costs.forEach((variant, cost) -> {
            samples.add(cost.cpuMicros(), path, variant, Measure.CPU);
            samples.add(cost.cpuMicros() / bare.cpuMicros(), path, variant, Measure.CPU_TO_BARE);
            samples.add(cost.cpuMicros() / recording.cpuMicros(), path, variant, Measure.CPU_TO_RECORDING);
            samples.add(cost.aSecond() / bare.aSecond(), path, variant, Measure.RATE_TO_BARE);
            samples.add(cost.cores(), path, variant, Measure.CORES);
        });
    }

    Table table() {
        Table table = new Table(
                title + ": CPU time for a request; least **median** most; " + Cores.said(),
                "path",
                "with",
                "µs",
                "÷ bare",
                "÷ recording",
                "requests/s ÷ bare",
                "cores busy");
        for (String path : paths) {
            for (Variant variant : variants) {
                table.row(
                        path,
                        variant.word(),
                        samples.median(path, variant, Measure.CPU),
                        spread(path, variant, Measure.CPU_TO_BARE),
                        spread(path, variant, Measure.CPU_TO_RECORDING),
                        spread(path, variant, Measure.RATE_TO_BARE),
                        samples.median(path, variant, Measure.CORES));
            }
        }
        return table;
    }

    private String spread(String path, Variant variant, Measure measure) {
        return String.format(
                Locale.ROOT,
                "%.2f **%.2f** %.2f",
                samples.least(path, variant, measure),
                samples.median(path, variant, measure),
                samples.most(path, variant, measure));
    }
}
