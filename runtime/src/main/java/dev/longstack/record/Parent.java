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
 * @param thread which ran it, and so created the context; null for unknown
 * @param inherited what it handed on; null for nothing
 * @param request the request that what is created here belongs to; null for none
 */
public record Parent(
        long contextId,
        int invocation,
        @Nullable String operation,
        int elidedHops,
        @Nullable Thread thread,
        @Nullable Inherited inherited,
        @Nullable Request request) {
    static final Parent NONE = new Parent(Protocol.NO_CONTEXT, 0, null, 0, null, null, null);
    static final Parent UNKNOWN = unknown(null, null);

    /** No run, or one of which only its context's id is known, on the current thread. */
    public static Parent ofId(long contextId) {
        return ofId(contextId, null);
    }

    /** The same, which hands something on. */
    static Parent ofId(long contextId, @Nullable Inherited inherited) {
        Request request = contextId == Protocol.NO_CONTEXT ? null : Request.UNKNOWN;
        return new Parent(contextId, 0, null, 0, Thread.currentThread(), inherited, request);
    }

    /** A run on this thread of which nobody can tell for whom it works. */
    static Parent unknown(@Nullable Thread thread, @Nullable Inherited inherited) {
        return new Parent(Protocol.UNKNOWN_CONTEXT, 0, null, 0, thread, inherited, Request.UNKNOWN);
    }

    public boolean isSameRun(Parent other) {
        return contextId == other.contextId && invocation == other.invocation;
    }

    /** The same for what a context that is left out creates. */
    Parent acrossElided() {
        return new Parent(contextId, invocation, operation, elidedHops + 1, thread, inherited, request);
    }

    /** The same for what is created on this thread. */
    Parent onThisThread() {
        return new Parent(contextId, invocation, operation, elidedHops, Thread.currentThread(), inherited, request);
    }

    /** The same, which hands this on. */
    Parent with(@Nullable Inherited now) {
        return inherited == now ? this : new Parent(contextId, invocation, operation, elidedHops, thread, now, request);
    }
}
