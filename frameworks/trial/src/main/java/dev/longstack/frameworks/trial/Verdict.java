package dev.longstack.frameworks.trial;

/** How a step's recorded request compares with the request that the step says it works for. */
enum Verdict {
    RIGHT,
    /** It is another one's request. */
    WRONG,
    /** A request of the same exchange, but not the one that its handler ran in: one exchange was recorded as several. */
    SPLIT,
    UNKNOWN,
    /** Unknown, but in one tree with steps of others. */
    MIXED,
    /** Said to be likely only; and so it is. */
    ASSUMED,
    /** Said to be likely only; and it is another one's. */
    MISTAKEN
}
