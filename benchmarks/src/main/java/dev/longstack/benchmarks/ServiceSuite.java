package dev.longstack.benchmarks;

import java.util.List;

/** A small HTTP service with a database, at saturation; its clients are in the same JVM, and traced as well. */
final class ServiceSuite implements Suite {
    private static final List<Variant> VARIANTS = List.of(
            Variant.BARE, Variant.NOOP, Variant.OFF, Variant.RECORDING, Variant.PRODUCTION, Variant.ON, Variant.OTEL);

    @Override
    public List<Table> run(Session session) throws Exception {
        Samples rates = new Samples();
        Samples p99s = new Samples();
        String recording = "maxsize=100m,filename=" + session.folder().resolve("service.jfr");
        session.repeat(session.either(3, 7), () -> {
            for (Variant variant : VARIANTS) {
                Child.Ended ended = new Child(variant.jvmArgs(recording))
                        .main(ServiceMain.class, session.either(4, 8), session.either(4, 10));
                rates.add(ended.numbers("rate")[0], variant);
                p99s.add(ended.numbers("p99")[0], variant);
            }
        });
        Table table = new Table(
                "Service at saturation", "with", "requests ÷ bare", "÷ recording", "p99 ÷ bare", "÷ recording");
        for (Variant variant : VARIANTS) {
            table.row(
                    variant.word(),
                    rates.median(variant) / rates.median(Variant.BARE),
                    rates.median(variant) / rates.median(Variant.RECORDING),
                    p99s.median(variant) / p99s.median(Variant.BARE),
                    p99s.median(variant) / p99s.median(Variant.RECORDING));
        }
        return List.of(table);
    }
}
