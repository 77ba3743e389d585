package dev.longstack.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Services on real frameworks at saturation: CPU time of the server's process for a request, and throughput. Clients are
 * outside, ratios are to the same round's.
 */
final class FrameworkSuite implements Suite {
    private static final List<Variant> VARIANTS =
            List.of(Variant.BARE, Variant.RECORDING, Variant.OFF, Variant.PRODUCTION, Variant.OTEL);

    /** In the order of the asking: what the last path of a service leaves behind is seen by asking the first once more. */
    private static final Map<String, List<String>> PATHS = new LinkedHashMap<>();

    static {
        PATHS.put("spring-mvc", List.of("/trivial", "/hops", "/stock/{}", "/trivial"));
        PATHS.put("spring-mvc-virtual", List.of("/trivial", "/hops"));
        PATHS.put("jetty", List.of("/trivial", "/hops"));
        PATHS.put("netty", List.of("/trivial", "/hops"));
        PATHS.put("webflux", List.of("/trivial", "/hops"));
        PATHS.put("vertx", List.of("/trivial", "/hops"));
        PATHS.put(Served.DEMO, List.of("/search/1"));
    }

    @Override
    public List<Table> run(Session session) throws Exception {
        List<String> chosen = session.only().isEmpty()
                ? session.quick() ? List.of("spring-mvc") : List.copyOf(PATHS.keySet())
                : session.only();
        if (!PATHS.keySet().containsAll(chosen)) {
            throw new IllegalArgumentException("services are " + String.join(", ", PATHS.keySet()));
        }
        List<Table> tables = new ArrayList<>();
        try (Clients clients = new Clients()) {
            for (String service : chosen) {
                tables.add(measure(session, clients, service));
            }
        }
        return tables;
    }

    private static Table measure(Session session, Clients clients, String service) throws Exception {
        System.err.println(" " + service);
        Path jdk = service.endsWith("virtual") ? newestJdk() : Path.of(System.getProperty("java.home"));
        FrameworkTable table = new FrameworkTable(service + ", JDK " + jdk.getFileName(), VARIANTS);
        List<String> paths = Objects.requireNonNull(PATHS.get(service));
        session.repeat(session.either(3, 5), () -> {
            for (Variant variant : VARIANTS) {
                String recording = "maxsize=100m,filename=" + session.folder().resolve("served.jfr");
                try (Served served = Served.start(service, jdk, variant.jvmArgs(recording))) {
                    for (int i = 0; i < paths.size(); i++) {
                        warmUp(session, clients, served, paths.get(i), i == 0);
                        String name = i > 0 && paths.indexOf(paths.get(i)) < i ? paths.get(i) + " after" : paths.get(i);
                        table.add(name, variant, cost(session, clients, served, paths.get(i)));
                    }
                }
            }
            table.endRound();
        });
        return table.table();
    }

    private static void warmUp(Session session, Clients clients, Served served, String path, boolean first)
            throws IOException {
        clients.ask(served.port(), first ? session.either(4_000, 10_000) : session.either(1_000, 5_000), path);
    }

    private static FrameworkTable.Cost cost(Session session, Clients clients, Served served, String path)
            throws IOException {
        int millis = session.either(1_500, 6_000);
        double before = served.cpuSeconds();
        long asked = clients.ask(served.port(), millis, path);
        return new FrameworkTable.Cost((served.cpuSeconds() - before) / asked * 1e6, asked * 1e3 / millis);
    }

    /** Beside the one that runs this. */
    private static Path newestJdk() throws IOException {
        Path newest = Path.of(System.getProperty("java.home"));
        try (Stream<Path> beside = Files.list(newest.resolveSibling(""))) {
            for (Path each : beside.sorted().toList()) {
                if (feature(each) > feature(newest)) {
                    newest = each;
                }
            }
        }
        return newest;
    }

    private static int feature(Path jdk) throws IOException {
        Path release = jdk.resolve("release");
        return !Files.exists(release)
                ? 0
                : Files.readAllLines(release).stream()
                        .filter(line -> line.startsWith("JAVA_VERSION="))
                        .map(line -> line.replaceAll("JAVA_VERSION=\"(\\d+).*", "$1"))
                        .findFirst()
                        .map(Integer::parseInt)
                        .orElse(0);
    }
}
