package dev.longstack.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Runs the suites that are named, or {@code all}; {@code --quick} for numbers that are only roughly right. What is named behind
 * {@code frameworks} are services.
 */
public final class BenchmarksMain {
    private static final String FRAMEWORKS = "frameworks";
    private static final Map<String, Suite> SUITES = new LinkedHashMap<>();

    static {
        SUITES.put("hops", new HopSuite());
        SUITES.put("inline", new InlineSuite());
        SUITES.put("api", new ApiSuite());
        SUITES.put("startup", new StartupSuite());
        SUITES.put("service", new ServiceSuite());
        SUITES.put(FRAMEWORKS, new FrameworkSuite());
        SUITES.put("scale", new ScaleSuite());
        SUITES.put("analysis", new AnalysisSuite());
        SUITES.put("size", new SizeSuite());
    }

    private BenchmarksMain() {}

    public static void main(String[] args) throws Exception {
        // another measurement on this machine makes numbers worse, not wrong
        System.setProperty("jmh.ignoreLock", "true");
        boolean quick = List.of(args).contains("--quick");
        List<String> names =
                List.of(args).stream().filter(arg -> !arg.equals("--quick")).toList();
        int end = names.contains(FRAMEWORKS) ? names.indexOf(FRAMEWORKS) + 1 : names.size();
        List<String> chosen = names.equals(List.of("all")) ? List.copyOf(SUITES.keySet()) : names.subList(0, end);
        if (chosen.isEmpty() || !SUITES.keySet().containsAll(chosen)) {
            System.err.println("error: name one or more of " + String.join(", ", SUITES.keySet()) + " or all");
            System.exit(2);
        }
        try (Session session = Session.open(quick, names.subList(end, names.size()))) {
            for (String name : chosen) {
                System.err.println(name);
                for (Table table : Objects.requireNonNull(SUITES.get(name)).run(session)) {
                    System.out.println(table);
                }
            }
        }
    }
}
