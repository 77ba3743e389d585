package dev.longstack.events;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Period;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/**
 * A request of which something was created that has neither run nor been released: written when that has lasted for a second,
 * again when the number has changed since, and at the end of each chunk. The last one stands until a later event of the request.
 */
@Name(EventNames.OPEN_REQUEST)
@Label("Open Request")
@Category("Longstack")
@StackTrace(false)
@Period("endChunk")
public final class OpenRequestEvent extends Event {
    @Label("Request Id")
    @ContextId
    public long requestId;

    @Label("Request")
    @Description("The request's name, as far as it is known")
    public @Nullable String request;

    @Label("Open Hops")
    @Description("How many of its contexts are neither over nor released, without those whose request is unknown")
    public int openHops;

    @Label("Open Steps")
    @Description("Some of them, newest first, a line each: context id, kind, operation, task class")
    public @Nullable String openSteps;

    @Label("Collected")
    @Description("Whether all that could still run them has become unreachable: they never will")
    public boolean collected;
}
