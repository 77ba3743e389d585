package dev.longstack.listen;

import dev.longstack.context.AsyncContext;

/** What a {@link ContextListener} may want to be told; what nobody wants costs nothing. */
public enum Interest {
    /** {@link ContextListener#created}. */
    CREATED,
    /** {@link ContextListener#changed}. */
    CHANGED,
    /** {@link ContextListener#released}. */
    RELEASED,
    /** {@link ContextListener#resolved}; counted live, only while somebody wants it. */
    RESOLVED,
    /** {@link ContextListener#hint}. */
    HINT,
    /** {@link ContextListener#objectTracked} and {@link ContextListener#objectReleased}. */
    TRACKED,
    /** The {@link AsyncContext#arguments} of creating calls: they may be secrets. */
    ARGUMENTS
}
