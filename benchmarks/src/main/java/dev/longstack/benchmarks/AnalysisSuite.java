package dev.longstack.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code longstack summary} beside merely reading the same file with the same reader, in a heap of 1 GB. */
final class AnalysisSuite implements Suite {
    private static final int HOPS = 9;

    @Override
    public List<Table> run(Session session) throws Exception {
        Table table = new Table(
                "Analysis", "events", "reading, s", "summary, s", "summary ÷ reading", "summary, µs an event");
        List<Integer> sizes = new ArrayList<>(List.of(10_000, 100_000, 1_000_000));
        if (!session.quick()) {
            sizes.add(10_000_000);
        }
        for (int size : sizes) {
            Path file = session.folder().resolve(size + ".jfr");
            new Child(Variant.ON.jvmArgs("maxsize=4g,filename=" + file)).main(HopsMain.class, size / (HOPS + 1), HOPS);
            Samples millis = new Samples();
            double[] events = new double[1];
            session.repeat(session.either(2, 3), () -> {
                Child.Ended reading = new Child(List.of("-Xmx1g")).main(ReadMain.class, file);
                events[0] = reading.numbers("events")[0];
                millis.add(reading.millis(), "reading");
                millis.add(
                        new Child(List.of("-Xmx1g"))
                                .jar(Jars.COMMAND_LINE, "summary", file)
                                .millis(),
                        "summary");
            });
            double reading = millis.median("reading");
            double summary = millis.median("summary");
            table.row(
                    String.format(java.util.Locale.ROOT, "%,.0f", events[0]),
                    reading / 1e3,
                    summary / 1e3,
                    summary / reading,
                    summary * 1e3 / events[0]);
        }
        return List.of(table);
    }
}
