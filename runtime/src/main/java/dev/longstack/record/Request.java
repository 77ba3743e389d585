package dev.longstack.record;

import dev.longstack.events.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * A request while anything of it can still run: everything that belongs to it refers to this one object, and what is known of
 * it hangs beside ({@link OpenHops}), so that its end is seen even where all that belonged to it was collected. Any thread.
 */
public final class Request {
    /** Stands for "some request or none, nobody can tell which". */
    static final Request UNKNOWN = new Request(Protocol.UNKNOWN_CONTEXT, "");

    final long contextId;
    final OpenHops open;

    Request(long contextId, String name) {
        this.contextId = contextId;
        this.open = new OpenHops(this, contextId, name);
    }

    /** What stands in the recording: 0 for none, -1 for unknown. */
    static long idOf(@Nullable Request request) {
        return request == null ? Protocol.NO_CONTEXT : request.contextId;
    }

    /** Null for none or unknown. */
    static @Nullable String nameOf(@Nullable Request request) {
        return request == null || request == UNKNOWN ? null : request.open.name();
    }

    boolean isKnown() {
        return this != UNKNOWN;
    }

    /** Of what may work for anybody: unknown where there is any request that it could be. */
    static @Nullable Request orUnknown(@Nullable Request starter) {
        return starter == null ? null : UNKNOWN;
    }

    /** The name is known better now. */
    void rename(String name) {
        open.rename(name);
    }
}
