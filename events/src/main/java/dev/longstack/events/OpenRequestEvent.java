package dev.longstack.events;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Period;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** A request with contexts that have neither run nor been released. The last one stands until a later event of the request. */
@Name(EventNames.OPEN_REQUEST)
@Label("Open Request")
@Description("Written for a request that still has open contexts: when it is more than a second old, again whenever"
        + " their number has changed, at the end of each chunk, and when it becomes unreachable")
@Category("Longstack")
@StackTrace(false)
@Period("endChunk")
public final class OpenRequestEvent extends Event {
    @Label("Request Id")
    @ContextId
    public long requestId;

    @Label("Request")
    @Description("The name of the request as known so far")
    public @Nullable String request;

    @Label("Open Hops")
    @Description(
            "Number of its contexts that have neither ended nor been released; contexts whose request is unknown do not count")
    public int openHops;

    @Label("Open Steps")
    @Description("Up to eight of them, newest first, one per line: context id, kind, operation, task class")
    public @Nullable String openSteps;

    @Label("Collected")
    @Description("Whether everything that could still run them has become unreachable, so they never will run")
    public boolean collected;
}
