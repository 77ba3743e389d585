package dev.longstack.context;

/** What sort of asynchronous work a context is. */
public enum ContextKind {
    /** Runs at most once. */
    TASK("task"),
    /** Runs at most once, when what it waits for is complete. */
    CONTINUATION("continuation"),
    /** The run of a started thread. */
    THREAD("thread"),
    /** A unit of work that tops a tree of its own. */
    REQUEST("request"),
    /** Runs any number of times, until it is cancelled. */
    PERIODIC("periodic"),
    /** Runs any number of times, whenever something is emitted. */
    LISTENER("listener"),
    /** An awaited input or output; its callback runs at most once. */
    IO("io");

    private final String word;

    ContextKind(String word) {
        this.word = word;
    }

    /** The word in a recording. */
    public String word() {
        return word;
    }

    static ContextKind ofWord(String word) {
        for (ContextKind kind : values()) {
            if (kind.word.equals(word)) {
                return kind;
            }
        }
        return TASK;
    }
}
