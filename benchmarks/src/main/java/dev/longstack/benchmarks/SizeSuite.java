package dev.longstack.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Bytes of the recording for each hop, and what a day of a busy service comes to. */
final class SizeSuite implements Suite {
    private static final int HOPS = 20;
    private static final double HOPS_A_DAY = 1_000.0 * HOPS * 86_400;

    private record Setting(String name, List<String> jvmArgs) {}

    @Override
    public List<Table> run(Session session) throws Exception {
        Path file = session.folder().resolve("size.jfr");
        String start = "-XX:StartFlightRecording:filename=" + file;
        List<Setting> settings = List.of(
                new Setting("every root", List.of(Variant.agent("=budget=0"), start)),
                new Setting("one root in 10", List.of(Variant.agent("=budget=0,sample=1/10"), start)),
                new Setting("one root in 100", List.of(Variant.agent("=budget=0,sample=1/100"), start)),
                new Setting("every stack", Variant.PROFILE.jvmArgs("filename=" + file)));
        int requests = session.either(5_000, 20_000);
        Table table = new Table(
                "Size of the recording",
                "recorded",
                "bytes a hop",
                "GB a day at 1,000 requests/s of " + HOPS + " hops");
        for (Setting setting : settings) {
            new Child(setting.jvmArgs()).main(HopsMain.class, 1, HOPS);
            long before = Files.size(file);
            new Child(setting.jvmArgs()).main(HopsMain.class, requests, HOPS);
            double bytes = (Files.size(file) - before) / (double) (requests * HOPS);
            table.row(setting.name(), bytes, bytes * HOPS_A_DAY / 1e9);
        }
        return List.of(table);
    }
}
