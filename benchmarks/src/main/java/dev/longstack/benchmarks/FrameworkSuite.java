package dev.longstack.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Services on real frameworks at saturation: CPU time of the server's process for a request, and throughput. Clients are
 * outside; a ratio is to what was measured within the same seconds, with all variants' JVMs alive and warm.
 */
final class FrameworkSuite implements Suite {
    private static final List<Variant> VARIANTS =
            List.of(Variant.BARE, Variant.RECORDING, Variant.OFF, Variant.PRODUCTION, Variant.OTEL);

    private static final int FEW = 3;
    private static final int MANY = 16;
    private static final int SLICES = 5;

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
        session.repeat(session.either(1, 5), () -> {
            Map<Variant, Served> all = new EnumMap<>(Variant.class);
            try {
                for (Variant variant : VARIANTS) {
                    String file = "filename=" + session.folder().resolve(variant.word() + ".jfr");
                    all.put(variant, Served.start(service, jdk, variant.jvmArgs("maxsize=100m," + file)));
                }
                for (int i = 0; i < paths.size(); i++) {
                    String path = paths.get(i);
                    String name = paths.indexOf(path) < i ? path + " after" : path;
                    for (Served served : all.values()) {
                        warmUp(session, clients, served, path, i == 0);
                    }
                    slices(session, clients, all, path, table.of(name));
                }
            } finally {
                all.values().forEach(Served::close);
            }
        });
        return table.table();
    }

    /**
     * With few clients and all cores: under full load on one core the compilers get so little of it that services are still five
     * times as slow after half a minute.
     */
    private static void warmUp(Session session, Clients clients, Served served, String path, boolean first)
            throws IOException {
        int millis = first ? session.either(10_000, 15_000) : session.either(3_000, 6_000);
        served.moveTo(Cores.ALL);
        clients.ask(FEW, served.port(), millis, path);
        served.moveTo(Cores.SERVER);
    }

    /** One variant is under load at a time, and all take turns, so that a slow second of the machine hits all of them. */
    private static void slices(
            Session session, Clients clients, Map<Variant, Served> all, String path, FrameworkTable.Row row)
            throws IOException {
        for (int slice = 0; slice <= SLICES; slice++) {
            Map<Variant, FrameworkTable.Cost> costs = new EnumMap<>(Variant.class);
            for (Map.Entry<Variant, Served> each : all.entrySet()) {
                costs.put(each.getKey(), cost(session, clients, each.getValue(), path));
            }
            if (slice > 0) {
                // the first one is when so many clients meet it for the first time
                row.add(costs);
            }
        }
    }

    private static FrameworkTable.Cost cost(Session session, Clients clients, Served served, String path)
            throws IOException {
        int millis = session.either(1_000, 2_000);
        double before = served.cpuSeconds();
        long asked = clients.ask(MANY, served.port(), millis, path);
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
