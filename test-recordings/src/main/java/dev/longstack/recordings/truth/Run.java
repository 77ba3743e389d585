package dev.longstack.recordings.truth;

/**
 * One run of a step.
 *
 * @param asParent what those that it creates may name as their parent, {@code id.run} and separated by commas: -1.0 for unknown,
 *     {@code out} for one that was left out
 * @param belonging that of those that it creates
 */
record Run(long contextId, int number, String asParent, Belonging belonging) {
    private static final String UNKNOWN = "-1.0";

    /** Where nothing is current. */
    static final Run NOWHERE = new Run(0, 0, "0.0", Belonging.NONE);

    static Run of(long contextId, int number, Belonging belonging) {
        return new Run(contextId, number, contextId == 0 ? "out" : contextId + "." + number, belonging);
    }

    /** The same run, of a thread, while it does what is handed to it. */
    Run ofThread(String kind) {
        return new Run(contextId, number, asParent + "," + UNKNOWN, belonging.maybeUnknown(kind));
    }

    /** The same run after it has taken something from a queue. */
    Run afterTake(String kind) {
        return new Run(contextId, number, UNKNOWN, belonging.ofQueue(kind));
    }

    /** The same run while somebody else's code decides what is current. */
    Run anyhow(String kind) {
        return new Run(contextId, number, "*", belonging.maybeUnknown(kind));
    }

    Run belongingTo(Belonging other) {
        return new Run(contextId, number, asParent, other);
    }

    /** Whether what it creates has it as parent, and nothing else. */
    boolean isCertain() {
        return !asParent.contains(UNKNOWN) && !asParent.equals("*");
    }

    /** Whether what it creates may have it as parent. */
    boolean mayBeParent() {
        return !asParent.equals(UNKNOWN);
    }
}
