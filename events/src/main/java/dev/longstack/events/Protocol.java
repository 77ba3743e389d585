package dev.longstack.events;

/** Numbers shared by every reader and writer of the protocol. */
public final class Protocol {
    /** Raised when the meaning of a field changes, not when fields or events are added. */
    public static final int VERSION = 1;

    /** The id for "none". */
    public static final long NO_CONTEXT = 0;

    /** The id for "the recorder does not know whether there was one"; not the same as {@link #NO_CONTEXT}. */
    public static final long UNKNOWN_CONTEXT = -1;

    private Protocol() {}
}
