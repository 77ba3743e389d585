package dev.longstack.jmc.adapter.timeline;

/** What the runs of a lane have in common. */
public enum LaneBy {
    THREAD,
    OPERATION
}
