package dev.longstack.context;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

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

    /** Null for none, and for a kind that only a newer agent knows. */
    static @Nullable ContextKind ofWord(@Nullable String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word.equals(word))
                .findFirst()
                .orElse(null);
    }
}
