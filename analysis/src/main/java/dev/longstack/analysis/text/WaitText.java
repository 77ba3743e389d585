package dev.longstack.analysis.text;

import dev.longstack.analysis.model.WaitTable;
import dev.longstack.analysis.stack.StepNames;
import dev.longstack.analysis.tree.Waits;
import dev.longstack.analysis.tree.Waits.Holder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a thread waited for, in words. */
public final class WaitText {
    private WaitText() {}

    /** What was waited for: {@code lock StockLedger}. */
    public static String subject(WaitTable waits, int wait) {
        String subject = waits.subject(wait);
        return switch (waits.kind(wait)) {
            case LOCK -> "lock " + named(subject);
            case SIGNAL -> "a signal on " + named(subject);
            case PARK -> park(waits, wait, subject);
            case SLEEP -> "a sleep to end";
            case SOCKET -> "socket " + (subject == null ? "of an unknown peer" : subject);
            case FILE -> "file " + (subject == null ? "of an unknown path" : subject);
        };
    }

    private static String named(@Nullable String type) {
        return type == null ? "of an unknown class" : StepNames.type(type);
    }

    private static String park(WaitTable waits, int wait, @Nullable String subject) {
        if (Waits.isForResult(waits, wait)) {
            return "another step's result";
        }
        return subject == null ? "being unparked" : StepNames.type(subject);
    }

    /** In order of time: {@code held by inventory-update, then by db-4}; empty where no event tells. */
    public static String holders(List<Holder> lastFirst) {
        List<String> threads = new ArrayList<>(lastFirst.stream()
                .map(holder -> StepNames.thread(holder.thread()))
                .toList());
        Collections.reverse(threads);
        return threads.isEmpty() ? "" : "held by " + String.join(", then by ", threads);
    }

    /** {@code waited 468 ms for lock StockLedger, held by inventory-update}. */
    public static String sentence(Waits waits, WaitTable table, int wait) {
        String holders = holders(waits.holders(wait));
        return "waited " + Durations.of(table.durationNanos(wait)) + " for " + subject(table, wait)
                + (holders.isEmpty() ? "" : ", " + holders);
    }
}
