package dev.longstack.propagate;

/** Implemented by woven futures: an id, not a token, since futures are kept for hours in caches. */
public interface CompletedFuture {
    /** The context whose run completed the future; 0 for none. */
    long longstackCompleter();

    /** Sets it. */
    void longstackCompleter(long contextId);
}
