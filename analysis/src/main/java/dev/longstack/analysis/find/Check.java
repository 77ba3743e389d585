package dev.longstack.analysis.find;

import dev.longstack.analysis.Analysis;

/** Looks for one kind of trouble in a recording; has no state, so any thread may use it. */
public interface Check {
    /** A word that never changes: {@code long-queue-time}. */
    String word();

    /** A name in headline capitals: {@code Long Queue Time}. */
    String title();

    /** The worst case of this trouble in the recording; where there is none, a finding whose severity says so. */
    Finding find(Analysis analysis);
}
