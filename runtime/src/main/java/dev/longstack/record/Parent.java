package dev.longstack.record;

import dev.longstack.events.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * The run in which a context was created.
 *
 * @param contextId the context that was current, {@link Protocol#NO_CONTEXT} or {@link Protocol#UNKNOWN_CONTEXT}
 * @param invocation which run of it, from 1 on; 0 for none or unknown
 * @param operation its operation; null for none or unknown
 */
public record Parent(
        long contextId, int invocation, @Nullable String operation) {
    public static final Parent NONE = new Parent(Protocol.NO_CONTEXT, 0, null);
    public static final Parent UNKNOWN = new Parent(Protocol.UNKNOWN_CONTEXT, 0, null);
}
