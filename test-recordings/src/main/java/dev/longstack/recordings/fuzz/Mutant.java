package dev.longstack.recordings.fuzz;

/**
 * A damaged recording.
 *
 * @param kind how it was damaged
 * @param sparesValues whether whatever values are left are as they were
 * @param losesChunks whether whole chunks are gone, and nothing else
 */
public record Mutant(String kind, byte[] bytes, boolean sparesValues, boolean losesChunks) {}
