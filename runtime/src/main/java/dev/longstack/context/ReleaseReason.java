package dev.longstack.context;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Why a context will not run again. */
public enum ReleaseReason {
    /** Its only run, or its last one, ended normally. */
    COMPLETED("completed"),
    /** Its only run, or its last one, ended with an exception. */
    FAILED("failed"),
    /** It was cancelled. */
    CANCELLED("cancelled"),
    /** The executor refused it. */
    REJECTED("rejected"),
    /** It was taken out of its queue. */
    REMOVED("removed"),
    /** It never ran and became unreachable. */
    COLLECTED("collected"),
    /** What could have run many times was closed: a listener was removed, for example. */
    CLOSED("closed"),
    /** The same object was queued more than once, so nobody can tell which of its contexts ran. */
    AMBIGUOUS("ambiguous");

    private final String word;

    ReleaseReason(String word) {
        this.word = word;
    }

    /** The word in a recording. */
    public String word() {
        return word;
    }

    /**
     * The reason with this word.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static ReleaseReason ofWord(String word) {
        for (ReleaseReason reason : values()) {
            if (reason.word.equals(word)) {
                return reason;
            }
        }
        throw new IllegalArgumentException("no release reason '" + word + "'; known: "
                + Arrays.stream(values()).map(ReleaseReason::word).collect(Collectors.joining(", ")));
    }
}
