package dev.longstack.analysis.stack;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stack of now, then across each async boundary the creation stack of an ancestor.
 *
 * @param now frames of the event that was asked for; empty for a context
 * @param boundaries from the innermost context outwards
 * @param end how it ends
 */
public record AsyncStack(List<String> now, List<Boundary> boundaries, End end) {
    /** How the chain ends. */
    public enum End {
        /** At a request: what was before it is only its provenance. */
        REQUEST("here the request began"),
        /** At a request that started a thread or a loop which stands above: that may have worked for anybody since. */
        STARTER("here the request began that started a thread or loop above; whether that ran for it is unknown"),
        /** At a context that was created where none was current. */
        ROOT("created where no context was current"),
        /** There was a parent, or may have been, and the recording does not have it. */
        UNKNOWN("unknown: the recording does not have what came before"),
        /** Nothing of ours ran on that thread at that time. */
        NO_CONTEXT("no context was running on this thread at this time"),
        /** It goes on: cut at the asked length. */
        CUT("and more: the chain is longer than " + AsyncStacks.MAX_BOUNDARIES);

        private final String sentence;

        End(String sentence) {
            this.sentence = sentence;
        }

        /** For people. */
        public String sentence() {
            return sentence;
        }
    }

    /** How the frames of a boundary are known. */
    public enum Source {
        /** Taken at this very creation. */
        OWN,
        /** Taken at another creation of the same call site. */
        TYPICAL,
        NOT_RECORDED
    }

    /**
     * A hop: what was created, and the stack that created it.
     *
     * @param name a name that users know
     * @param queueNanos {@code Long.MIN_VALUE} for unknown
     * @param frames innermost first; empty where not recorded
     * @param seen for how many creations of the call site the stack was taken, of {@code created}; 0 for unknown
     */
    public record Boundary(
            long contextId,
            int row,
            String name,
            String kind,
            @Nullable String runningThread,
            @Nullable String creationThread,
            long queueNanos,
            Source source,
            List<String> frames,
            long seen,
            long created) {}
}
