package dev.longstack.events;

/** Numbers that every reader and writer of the protocol shares. */
public final class Protocol {
    /** Raised when a field changes its meaning; new fields and events don't raise it. */
    public static final int VERSION = 1;

    /** The id that says "there was none". */
    public static final long NO_CONTEXT = 0;

    /** The id that says "there was one or none, the recorder can't tell which": never the same as {@link #NO_CONTEXT}. */
    public static final long UNKNOWN_CONTEXT = -1;

    private Protocol() {}
}
