package dev.longstack.analysis.tree;

/** How a context stands to the tree of what created it. */
public enum Standing {
    /** It belongs there, or nothing created it. */
    PART,
    /** Its request is unknown; it ended within the time of what started it, so it is assumed to belong there, and counts for nothing. */
    ASSUMED,
    /** Its request is unknown, and it went on after what started it: it may work for anybody. */
    WORKER,
    /** A request or periodic work: another tree on purpose. */
    OWN
}
