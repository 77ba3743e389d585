package dev.longstack.analysis.find;

import dev.longstack.analysis.Analysis;
import dev.longstack.analysis.model.ContextTable;
import dev.longstack.analysis.model.InvocationTable;
import dev.longstack.analysis.model.Model;
import dev.longstack.analysis.stack.StepNames;
import dev.longstack.analysis.text.Durations;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A pool whose queue is long whenever work arrives. */
final class StarvedPool implements Check {
    private static final int LONG_QUEUE = 10;
    private static final long LONG_NANOS = 20_000_000;
    private static final int FEWEST_TASKS = 50;

    @Override
    public String word() {
        return "starved-pool";
    }

    @Override
    public String title() {
        return "Starved Pool";
    }

    /** What came to threads of one name. */
    private static final class Pool {
        private final String name;
        private final Evidence late = new Evidence();
        private long tasks;

        Pool(String name) {
            this.name = name;
        }

        double share() {
            return (double) late.count() / tasks;
        }

        int score() {
            return Finding.scaled(share(), 1);
        }
    }

    @Override
    public Finding find(Analysis analysis) {
        Model model = analysis.model();
        List<Pool> starved = pools(model).values().stream()
                .filter(pool -> pool.tasks >= FEWEST_TASKS && pool.late.count() > 0)
                .sorted(Comparator.comparingDouble(Pool::share).reversed())
                .toList();
        List<String> unseen = Unseen.of(model).sentences();
        return starved.isEmpty() ? Finding.ok(this, "No pool was short of threads.", unseen) : found(starved, unseen);
    }

    private Finding found(List<Pool> starved, List<String> unseen) {
        Pool worst = starved.get(0);
        long others = starved.stream()
                .skip(1)
                .filter(pool -> Severity.of(pool.score()) != Severity.OK)
                .count();
        return new Finding(
                word(),
                worst.score(),
                Durations.share(worst.share()) + " of the tasks run by '" + worst.name + "' found a long queue.",
                Counts.of(worst.late.count()) + " of " + Counts.of(worst.tasks, "task") + " had at least " + LONG_QUEUE
                        + " others before them and waited longer than " + Durations.of(LONG_NANOS)
                        + (others == 0 ? "" : "; " + Counts.of(others, "other pool") + " had too few threads as well")
                        + ".",
                "See what the pool's threads are waiting for; move blocking work to a pool of its own, or add threads.",
                worst.late.ids(),
                worst.late.count(),
                unseen);
    }

    private static Map<String, Pool> pools(Model model) {
        InvocationTable runs = model.invocations();
        Map<String, Pool> pools = new LinkedHashMap<>();
        Map<Integer, String> names = new HashMap<>();
        for (int run = 0; run < runs.size(); run++) {
            String thread = runs.thread(run);
            if (thread == null || runs.queueNanos(run) == ContextTable.UNKNOWN) {
                continue;
            }
            String name = names.computeIfAbsent(runs.threadRow(run), row -> poolName(thread));
            if (name.isEmpty()) {
                continue;
            }
            Pool pool = pools.computeIfAbsent(name, Pool::new);
            pool.tasks++;
            if (runs.queueLength(run) >= LONG_QUEUE && runs.queueNanos(run) > LONG_NANOS) {
                pool.late.add(model.contexts().id(runs.contextRow(run)));
            }
        }
        return pools;
    }

    /** The thread's name without the numbers at its end. */
    private static String poolName(String thread) {
        return StepNames.thread(thread).replaceAll("[-#]?\\d+$", "");
    }
}
