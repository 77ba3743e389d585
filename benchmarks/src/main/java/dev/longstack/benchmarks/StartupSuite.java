package dev.longstack.benchmarks;

import java.util.List;

/** From the command to its end, for a main that does nothing. */
final class StartupSuite implements Suite {
    private static final List<Variant> VARIANTS =
            List.of(Variant.BARE, Variant.NOOP, Variant.OFF, Variant.RECORDING, Variant.ON, Variant.OTEL);

    @Override
    public List<Table> run(Session session) throws Exception {
        Samples millis = new Samples();
        String recording = "filename=" + session.folder().resolve("startup.jfr");
        session.repeat(session.either(7, 25), () -> {
            for (Variant variant : VARIANTS) {
                millis.add(
                        new Child(variant.jvmArgs(recording))
                                .main(EmptyMain.class)
                                .millis(),
                        variant);
            }
        });
        Table table =
                new Table("Start and end of a JVM", "with", "ms", "÷ bare", "over an agent that does nothing, ms");
        for (Variant variant : VARIANTS) {
            double each = millis.median(variant);
            table.row(variant.word(), each, each / millis.median(Variant.BARE), each - millis.median(Variant.NOOP));
        }
        return List.of(table);
    }
}
