package dev.longstack.propagate.carriers;

/**
 * Who completed a future, and when: an id, not a token, since futures are kept for hours in caches.
 *
 * @param contextId the context whose run completed it; 0 for nobody, -1 for somebody that the recording can't name
 * @param nanos of {@link System#nanoTime()}: of two futures it says which one was complete first
 */
public record Completer(long contextId, long nanos) {}
