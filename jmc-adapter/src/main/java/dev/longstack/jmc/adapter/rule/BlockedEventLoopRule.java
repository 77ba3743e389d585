package dev.longstack.jmc.adapter.rule;

import dev.longstack.analysis.model.ContextTable;
import dev.longstack.analysis.model.InvocationTable;
import dev.longstack.analysis.model.Model;
import dev.longstack.analysis.stack.StepNames;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.openjdk.jmc.common.item.IItemCollection;

/** Long work on a thread that many connections share. */
public final class BlockedEventLoopRule extends AsyncRule {
    private static final Pattern EVENT_LOOP =
            Pattern.compile("(?i).*(event-?loop|reactor-http|epoll|nio-worker|vert\\.x-|parallel-\\d).*");
    private static final long LONG_NANOS = 100_000_000;
    private static final double WORST_NANOS = 2e9;

    public BlockedEventLoopRule() {
        super("BlockedEventLoop", "Blocked Event Loop");
    }

    @Override
    Finding find(Model model, IItemCollection items) {
        InvocationTable runs = model.invocations();
        Set<Long> evidence = new HashSet<>();
        int longest = ContextTable.NO_ROW;
        for (int run = 0; run < runs.size(); run++) {
            long nanos = runs.endNanos(run) - runs.startNanos(run);
            String thread = runs.thread(run);
            // the thread's own run, or the loop's, is no piece of work on it
            if (nanos < LONG_NANOS
                    || thread == null
                    || isLoopItself(model, runs.contextRow(run))
                    || !EVENT_LOOP.matcher(thread).matches()) {
                continue;
            }
            longest = longest == ContextTable.NO_ROW || nanos > runs.endNanos(longest) - runs.startNanos(longest)
                    ? run
                    : longest;
            if (!isEnough(evidence)) {
                evidence.add(model.contexts().id(runs.contextRow(run)));
            }
        }
        if (longest == ContextTable.NO_ROW) {
            return Finding.none("Nothing ran longer than " + millis(LONG_NANOS) + " on an event loop.");
        }
        long nanos = runs.endNanos(longest) - runs.startNanos(longest);
        return new Finding(
                25 + 0.75 * Finding.score((double) nanos, WORST_NANOS),
                StepNames.of(model, runs.contextRow(longest)) + " held an event loop for " + millis(nanos) + ".",
                evidence.size() + " steps ran longer than " + millis(LONG_NANOS)
                        + " on threads that look like event loops; the longest on "
                        + StepNames.thread(runs.thread(longest)) + ".",
                "Move blocking work to a pool of its own.",
                evidence);
    }

    private static boolean isLoopItself(Model model, int row) {
        return model.contexts().isThread(row) || model.setApart().contains(row);
    }
}
