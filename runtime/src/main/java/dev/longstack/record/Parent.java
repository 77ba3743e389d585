package dev.longstack.record;

import dev.longstack.events.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * The run in which a context was created.
 *
 * @param contextId the context that was current, {@link Protocol#NO_CONTEXT} or {@link Protocol#UNKNOWN_CONTEXT}
 * @param invocation which run of it, from 1 on; 0 for none or unknown
 * @param operation its operation; null for none or unknown
 * @param elidedHops how many contexts that were left out stand between it and what it is the parent of
 */
public record Parent(
        long contextId, int invocation, @Nullable String operation, int elidedHops) {
    public static final Parent NONE = new Parent(Protocol.NO_CONTEXT, 0, null, 0);
    public static final Parent UNKNOWN = new Parent(Protocol.UNKNOWN_CONTEXT, 0, null, 0);

    /** The same for what a context that is left out creates. */
    Parent acrossElided() {
        return new Parent(contextId, invocation, operation, elidedHops + 1);
    }
}
