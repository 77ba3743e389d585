package dev.longstack.propagate;

import org.jspecify.annotations.Nullable;

/** Implemented by woven continuations of two futures. */
public interface SecondSource {
    /** The second future; null once the continuation is done with. */
    @Nullable
    Object longstackSecondSource();
}
