package dev.longstack.benchmarks;

import dev.longstack.recordings.VirtualThreads;
import java.util.List;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;

/** What one hop costs, of each kind and in each variant, beside the bare one and beside bare events. */
final class HopSuite implements Suite {
    private static final List<String> HOPS =
            List.of("execute", "submit", "supplyAsync", "thenApply", "startVirtualThread");
    private static final List<String> EVENTS = List.of("oneEvent", "twoEvents", "oneEventWithStack");
    private static final List<Variant> VARIANTS =
            List.of(Variant.BARE, Variant.NOOP, Variant.OFF, Variant.ON, Variant.PROFILE, Variant.OTEL);

    private final Samples nanos = new Samples();
    private final Samples bytes = new Samples();

    @Override
    public List<Table> run(Session session) throws Exception {
        Forks forks = new Forks(session);
        session.repeat(session.either(3, 7), () -> {
            for (Variant variant : VARIANTS) {
                run(forks, variant, HopBenchmark.class);
            }
            run(forks, Variant.RECORDING, EventBenchmark.class);
        });
        return List.of(hops(), events());
    }

    private void run(Forks forks, Variant variant, Class<?> benchmarks) throws Exception {
        ChainedOptionsBuilder options = forks.options().include(benchmarks.getName());
        if (!VirtualThreads.areThere()) {
            options.exclude("startVirtualThread");
        }
        forks.run(variant, options, (result, cost) -> {
            String name = result.getPrimaryResult().getLabel();
            nanos.add(cost.nanos(), variant, name);
            bytes.add(cost.bytes(), variant, name);
        });
    }

    private Table hops() {
        Table table = new Table(
                "Cost of a hop", "hop", "with", "ns", "÷ bare", "added ns", "added ÷ two events", "added bytes");
        double twoEvents = nanos.median(Variant.RECORDING, "twoEvents");
        for (String hop : HOPS) {
            double bare = nanos.median(Variant.BARE, hop);
            for (Variant variant : Double.isNaN(bare) ? List.<Variant>of() : VARIANTS) {
                double each = nanos.median(variant, hop);
                table.row(
                        hop,
                        variant.word(),
                        each,
                        each / bare,
                        each - bare,
                        (each - bare) / twoEvents,
                        bytes.median(variant, hop) - bytes.median(Variant.BARE, hop));
            }
        }
        return table;
    }

    private Table events() {
        Table table = new Table("Cost of bare events", "committed", "ns", "÷ one event", "bytes");
        double one = nanos.median(Variant.RECORDING, "oneEvent");
        for (String event : EVENTS) {
            double each = nanos.median(Variant.RECORDING, event);
            table.row(event, each, each / one, bytes.median(Variant.RECORDING, event));
        }
        return table;
    }
}
