package dev.longstack.jmc;

/** A selected piece of a timeline: nanoseconds since the epoch, and its lanes, both with the last one. */
record TimelineRange(long fromNanos, long toNanos, int firstLane, int lastLane) {}
