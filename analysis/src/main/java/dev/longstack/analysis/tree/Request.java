package dev.longstack.analysis.tree;

import dev.longstack.analysis.model.InvocationTable;
import org.jspecify.annotations.Nullable;

/**
 * A request, or a root where the recording has no requests; of periodic work one run of it.
 *
 * @param row of the context table
 * @param invocation the run, where each tops a tree of its own; 0 where all do together
 * @param startNanos since the epoch
 * @param durationNanos until the last run of its tree ended, or the recording did if it was pending
 * @param hops contexts below it, without those whose request is unknown and what was never handed to anybody
 * @param threads different ones that ran something of it
 * @param open what the recorder told to be open in the end; null where it told nothing that still stands
 */
public record Request(
        int row,
        long contextId,
        int invocation,
        String name,
        long startNanos,
        long durationNanos,
        int hops,
        int threads,
        State state,
        @Nullable Open open) {
    /** How many of its contexts are known to be open in the end, whether or not the recording has them. */
    public int openHops() {
        return open == null ? 0 : open.hops();
    }

    /** Whether it is open, and nobody can ever complete it. */
    public boolean isAbandoned() {
        return open != null && open.collected();
    }

    /** Whether a run of a context of its tree is its: of periodic work at its top one run is. */
    public boolean has(InvocationTable runs, int run) {
        return invocation == 0 || runs.contextRow(run) != row || runs.number(run) == invocation;
    }

    /** How it stood when the recording ended. */
    public enum State {
        RESOLVED,
        /** Something of it still ran, or was queued and had not run. */
        PENDING,
        /** Nothing of it ran any more, but a continuation waited for what was not complete. */
        WAITING,
        FAILED,
        /** It was taken back before it ran: cancelled, rejected, removed from its queue. */
        CANCELLED,
        /** It never ran, as far as the recording tells. */
        UNKNOWN
    }
}
