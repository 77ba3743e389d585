package dev.longstack.record;

import dev.longstack.events.ContextKind;
import dev.longstack.events.Protocol;
import org.jspecify.annotations.Nullable;

/** What comes after: what a context that ends means for those above it, for what it started, and for its exception. */
final class Endings {
    /** Whether work that outlives its request goes on without it. */
    private static final boolean STOPS = Boolean.getBoolean("longstack.stopAfterEnd");

    private Endings() {}

    /** Of a context that is being created; null where nobody asks. */
    static @Nullable Resolution resolution(
            long id, Listener[] listeners, @Nullable ContextToken creator, Parent parent, ContextKind kind) {
        boolean wanted = STOPS;
        for (Listener each : listeners) {
            wanted |= each.wantsResolved();
        }
        if (!wanted) {
            return null;
        }
        Resolution above = creator == null
                ? parent.contextId() > 0 ? Resolution.byId(parent.contextId()) : null
                : resolutionOf(creator);
        boolean belongs = parent.contextId() != Protocol.NO_CONTEXT && kind != ContextKind.REQUEST;
        boolean top =
                !belongs || kind == ContextKind.PERIODIC || (creator != null && creator.kind() == ContextKind.PERIODIC);
        return new Resolution(id, listeners, above, top, belongs);
    }

    private static @Nullable Resolution resolutionOf(ContextToken token) {
        return token instanceof ContextToken.Observed observed ? observed.resolution : null;
    }

    /** Whether the context's request is over, so that what it still creates goes on without it. */
    static boolean isAfterTheEnd(@Nullable ContextToken token) {
        Resolution resolution = STOPS && token != null ? resolutionOf(token) : null;
        return resolution != null && resolution.isAfterTheEnd();
    }

    /** The exception that ended a run tells where the run was created, once for each hop that it travels. */
    static void tellCreation(Throwable failure, CreationStack creation) {
        try {
            failure.addSuppressed(creation.asThrowable());
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }
}
