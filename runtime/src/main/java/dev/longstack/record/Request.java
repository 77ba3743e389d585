package dev.longstack.record;

import dev.longstack.events.Protocol;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A request while anything of it can still run: everything that belongs to it refers to this one object, and what is known of
 * it hangs beside ({@link OpenHops}), so that its end is seen even where all that belonged to it was collected. Any thread.
 */
public final class Request {
    /** Stands for "some request or none, nobody can tell which". */
    static final Request UNKNOWN = new Request(Protocol.UNKNOWN_CONTEXT, "");

    /** What it is called while nobody knows better. */
    static final String UNNAMED = "request";

    final long contextId;
    final OpenHops open;
    private volatile Named named;

    Request(long contextId, String name) {
        this.contextId = contextId;
        this.named = name.equals(UNNAMED) ? Named.NOT : Named.BY_PATH;
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

    /** How well a request's name is known, from worse to better. */
    public enum Named {
        /** Not yet. */
        NOT,
        /** By what was asked for. */
        BY_PATH,
        /** By what the server mapped it to. */
        BY_MAPPING,
        /** By the route that a framework matched. */
        BY_ROUTE
    }

    /**
     * The name is known better now; of two that are as good the first one counts: an error page has a route, too.
     * Answers with the name before; null where it stays.
     */
    @Nullable
    String rename(UnaryOperator<String> name, Named how) {
        if (how.compareTo(named) <= 0) {
            return null;
        }
        String before = open.name();
        named = how;
        open.rename(name.apply(before));
        return before;
    }
}
