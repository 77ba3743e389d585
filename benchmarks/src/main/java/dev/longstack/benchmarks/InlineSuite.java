package dev.longstack.benchmarks;

import java.util.List;

/** What the agent costs a hop while nothing is recorded. */
final class InlineSuite implements Suite {
    private static final List<String> HOPS = List.of("futureTask", "supplyAsync", "thenApply");
    private static final List<Variant> VARIANTS = List.of(Variant.BARE, Variant.NOOP, Variant.OFF, Variant.OTEL);

    @Override
    public List<Table> run(Session session) throws Exception {
        Samples nanos = new Samples();
        Samples bytes = new Samples();
        Forks forks = new Forks(session);
        session.repeat(session.either(3, 7), () -> {
            for (Variant variant : VARIANTS) {
                forks.run(variant, forks.options().include(InlineBenchmark.class.getName()), (result, cost) -> {
                    nanos.add(cost.nanos(), variant, result.getPrimaryResult().getLabel());
                    bytes.add(cost.bytes(), variant, result.getPrimaryResult().getLabel());
                });
            }
        });
        Table table = new Table("Cost of a hop without a recording", "hop", "with", "ns", "added ns", "added bytes");
        for (String hop : HOPS) {
            for (Variant variant : VARIANTS) {
                table.row(
                        hop,
                        variant.word(),
                        nanos.median(variant, hop),
                        nanos.median(variant, hop) - nanos.median(Variant.BARE, hop),
                        bytes.median(variant, hop) - bytes.median(Variant.BARE, hop));
            }
        }
        return List.of(table);
    }
}
