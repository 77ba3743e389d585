package dev.longstack.jmc.adapter.rule;

import dev.longstack.analysis.model.ContextTable;
import dev.longstack.analysis.model.InvocationTable;
import dev.longstack.analysis.model.Model;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmc.common.item.IItemCollection;

/** A pool whose queue is long whenever work comes. */
public final class StarvedPoolRule extends AsyncRule {
    private static final int LONG_QUEUE = 10;
    private static final long LONG_NANOS = 20_000_000;
    private static final int FEWEST_TASKS = 50;

    public StarvedPoolRule() {
        super("StarvedPool", "Starved Pool");
    }

    /** What came to the threads of one name. */
    private static final class Pool {
        private final Set<Long> waited = new HashSet<>();
        private int tasks;
        private int late;
    }

    @Override
    Finding find(Model model, IItemCollection items) {
        InvocationTable runs = model.invocations();
        Map<String, Pool> pools = new HashMap<>();
        for (int run = 0; run < runs.size(); run++) {
            String name = poolName(runs.thread(run));
            if (name == null || runs.queueNanos(run) == ContextTable.UNKNOWN) {
                continue;
            }
            Pool pool = pools.computeIfAbsent(name, ignored -> new Pool());
            pool.tasks++;
            if (runs.queueLength(run) >= LONG_QUEUE && runs.queueNanos(run) > LONG_NANOS) {
                pool.late++;
                if (!isEnough(pool.waited)) {
                    pool.waited.add(model.contexts().id(runs.contextRow(run)));
                }
            }
        }
        String worst = null;
        Set<Long> evidence = Set.of();
        double worstShare = 0;
        for (Map.Entry<String, Pool> each : pools.entrySet()) {
            Pool pool = each.getValue();
            double share = (double) pool.late / pool.tasks;
            if (pool.tasks >= FEWEST_TASKS && share > worstShare) {
                worstShare = share;
                worst = each.getKey();
                evidence = pool.waited;
            }
        }
        if (worst == null) {
            return Finding.none("No pool was short of threads.");
        }
        return new Finding(
                Finding.score(worstShare, 1),
                "Of the work for '" + worst + "' " + Math.round(100 * worstShare) + " % found a long queue.",
                "It waited longer than " + millis(LONG_NANOS) + ", and " + LONG_QUEUE
                        + " or more tasks stood before it.",
                "Look at what the pool's threads wait for; give blocking work a pool of its own, or add threads.",
                evidence);
    }

    /** The thread's name without its numbers. */
    private static @Nullable String poolName(@Nullable String thread) {
        if (thread == null) {
            return null;
        }
        int id = thread.lastIndexOf('#');
        return (id < 0 ? thread : thread.substring(0, id)).replaceAll("[-#]?\\d+$", "");
    }
}
