package dev.longstack.analysis.text;

import dev.longstack.analysis.model.WaitTable;
import dev.longstack.analysis.stack.StepNames;
import dev.longstack.analysis.tree.Waits;
import dev.longstack.analysis.tree.Waits.Holder;
import java.util.List;
import java.util.stream.Collectors;
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

    /** {@code held by db-4, and before that by inventory-update}; empty where no event tells. */
    public static String holders(List<Holder> holders) {
        return holders.isEmpty()
                ? ""
                : holders.stream()
                        .map(holder -> StepNames.thread(holder.thread()))
                        .collect(Collectors.joining(", and before that by ", "held by ", ""));
    }

    /** {@code waited 468 ms for lock StockLedger, held by inventory-update}. */
    public static String sentence(Waits waits, WaitTable table, int wait) {
        String holders = holders(waits.holders(wait));
        return "waited " + Durations.of(table.durationNanos(wait)) + " for " + subject(table, wait)
                + (holders.isEmpty() ? "" : ", " + holders);
    }
}
