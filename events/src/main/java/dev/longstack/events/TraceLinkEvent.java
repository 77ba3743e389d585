package dev.longstack.events;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** A context belongs to a span of a distributed trace. */
@Name(EventNames.TRACE_LINK)
@Label("Trace Link")
@Description("Reserved for a context that belongs to a span of a distributed trace; not written yet")
@Category("Longstack")
@StackTrace(false)
public final class TraceLinkEvent extends Event {
    @Label("Context Id")
    @ContextId
    public long contextId;

    @Label("Trace Id")
    @Description("W3C trace id, 32 hexadecimal digits")
    public @Nullable String traceId;

    @Label("Span Id")
    @Description("W3C span id, 16 hexadecimal digits")
    public @Nullable String spanId;
}
