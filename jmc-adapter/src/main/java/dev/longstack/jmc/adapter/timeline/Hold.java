package dev.longstack.jmc.adapter.timeline;

import dev.longstack.analysis.Analysis;
import dev.longstack.analysis.model.ContextTable;
import dev.longstack.analysis.model.WaitTable;
import dev.longstack.analysis.tree.Request;
import dev.longstack.analysis.tree.Waits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A time in which a thread held what a request waited for.
 *
 * @param thread the holder, {@code name#id}
 * @param fromNanos when it had got it, or when the wait began where no event tells
 * @param toNanos when the next one got it
 * @param isBeginKnown whether an event tells when the thread got it
 * @param run the innermost run on it then; {@link ContextTable#NO_ROW} for none or unknown
 * @param waitRow the row of the wait table that it made longer
 * @param waiting the run that waited
 * @param next the thread that got it next: the next holder, or in the end who waited
 */
public record Hold(
        String thread,
        long fromNanos,
        long toNanos,
        boolean isBeginKnown,
        int run,
        int waitRow,
        int waiting,
        String next) {
    private static final int MAX_REQUESTS = 10;
    private static final int MAX_WAITS = 20;
    private static final int MAX_HOLDS = 200;

    /** Of the longest waits of the first requests, earliest first. */
    static List<Hold> of(Analysis analysis, List<Request> requests) {
        List<Hold> holds = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Request request : requests.subList(0, Math.min(MAX_REQUESTS, requests.size()))) {
            for (Waits.Wait wait : analysis.longestWaits(request, MAX_WAITS)) {
                for (Hold hold : of(analysis, wait)) {
                    if (holds.size() < MAX_HOLDS && seen.add(hold.thread + hold.fromNanos + hold.next)) {
                        holds.add(hold);
                    }
                }
            }
        }
        holds.sort(Comparator.comparingLong(Hold::fromNanos));
        return holds;
    }

    /** Of one wait, the last holder first. */
    public static List<Hold> of(Analysis analysis, Waits.Wait wait) {
        WaitTable waits = analysis.model().waits();
        List<Hold> holds = new ArrayList<>();
        long until = waits.endNanos(wait.row());
        String next = waits.thread(wait.row());
        for (Waits.Holder holder : analysis.waits().holders(wait.row())) {
            boolean isKnown = holder.fromNanos() != ContextTable.UNKNOWN;
            long from = isKnown ? holder.fromNanos() : waits.startNanos(wait.row());
            holds.add(new Hold(holder.thread(), from, until, isKnown, holder.run(), wait.row(), wait.run(), next));
            until = from;
            next = holder.thread();
        }
        return holds;
    }
}
