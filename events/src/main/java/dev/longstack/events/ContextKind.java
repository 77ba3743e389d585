package dev.longstack.events;

/** What kind of asynchronous work a context is; the event field holds the constant's {@link #word}. */
public enum ContextKind {
    /** Submitted to an executor; runs at most once. */
    TASK("task"),
    /** Runs at most once, when what it waits for is complete. */
    CONTINUATION("continuation"),
    /** The run of a started thread. */
    THREAD("thread"),
    /** A unit of work at the top of a tree of its own; its parent fields only say where it came from. */
    REQUEST("request"),
    /** Runs any number of times, until cancelled. */
    PERIODIC("periodic"),
    /** Runs any number of times, whenever something is emitted. */
    LISTENER("listener"),
    /** Input or output that is awaited. */
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
