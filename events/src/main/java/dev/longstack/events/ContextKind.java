package dev.longstack.events;

/** What sort of asynchronous work a context is; the event field holds the constant's {@link #word}. */
public enum ContextKind {
    /** Submitted to an executor; runs at most once. */
    TASK("task"),
    /** Runs at most once, when what it waits for is complete. */
    CONTINUATION("continuation"),
    /** The run of a started thread. */
    THREAD("thread"),
    /** A unit of work that tops a tree of its own; its parent fields are only a provenance link. */
    REQUEST("request"),
    /** Runs any number of times, until it is cancelled. */
    PERIODIC("periodic"),
    /** Runs any number of times, whenever something is emitted. */
    LISTENER("listener"),
    /** An awaited input or output. */
    IO("io");

    private final String word;

    ContextKind(String word) {
        this.word = word;
    }

    /** The word in the recording. */
    public String word() {
        return word;
    }

    /** One invocation ends such a context, so no release event follows it. */
    public boolean endsWithItsInvocation() {
        return this != PERIODIC && this != LISTENER;
    }
}
