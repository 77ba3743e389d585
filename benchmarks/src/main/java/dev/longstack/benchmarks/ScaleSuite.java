package dev.longstack.benchmarks;

import java.util.List;

/** Whether a hop costs the same with many threads, many call sites and in long chains. */
final class ScaleSuite implements Suite {
    private static final List<List<String>> SIZES = List.of(
            List.of("threads1", "threads2", "threads4", "threads8"),
            List.of("sites10", "sites1000", "sites100000"),
            List.of("depth1", "depth1000", "depth1000000"));

    @Override
    public List<Table> run(Session session) throws Exception {
        Samples nanos = new Samples();
        String recording = "maxsize=100m,filename=" + session.folder().resolve("scale.jfr");
        session.repeat(session.either(2, 5), () -> {
            Child.Ended ended = new Child(Variant.ON.jvmArgs(recording)).main(ScaleMain.class);
            SIZES.forEach(sizes -> sizes.forEach(size -> nanos.add(ended.numbers(size)[0], size)));
        });
        Table table = new Table("Cost of a hop by size", "size", "ns", "÷ smallest");
        SIZES.forEach(sizes -> sizes.forEach(
                size -> table.row(size, nanos.median(size), nanos.median(size) / nanos.median(sizes.get(0)))));
        return List.of(table);
    }
}
