package dev.longstack.events;

/** Why a context will not run again; the event field holds the constant's {@link #word}. */
public enum ReleaseReason {
    COMPLETED("completed"),
    FAILED("failed"),
    CANCELLED("cancelled"),
    REJECTED("rejected"),
    /** Removed from its queue. */
    REMOVED("removed"),
    /** It never ran and became unreachable. */
    COLLECTED("collected"),
    CLOSED("closed"),
    /** The same object was queued more than once, so the recorder cannot know which of its contexts ran. */
    AMBIGUOUS("ambiguous");

    private final String word;

    ReleaseReason(String word) {
        this.word = word;
    }

    /** The word in the recording. */
    public String word() {
        return word;
    }
}
