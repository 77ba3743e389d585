package dev.longstack.events;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import org.jspecify.annotations.Nullable;

/** A chunk passed through a probed stream; the duration is the time spent on the chunk. */
@Name(EventNames.STREAM_BUFFER)
@Label("Stream Buffer")
@Category("Longstack")
@StackTrace(false)
public final class StreamBufferEvent extends Event {
    @Label("Stream Id")
    @StreamId
    public long streamId;

    @Label("Stream")
    public @Nullable String stream;

    @Label("Context Id")
    @ContextId
    public long contextId;

    @Label("Chunk Size")
    @Description("Bytes being operated on; -1 for unknown")
    @DataAmount
    public long chunkSize;

    @Label("Held Size")
    @Description("Bytes held by backpressure; -1 for unknown")
    @DataAmount
    public long heldSize;

    @Label("Held Elements")
    @Description("Elements held by backpressure; -1 for unknown")
    public long heldElements;

    @Label("Internal Time")
    @Description("Time in the stream's own code")
    @Timespan(Timespan.NANOSECONDS)
    public long internalTime;

    @Label("Demand")
    @Description("Elements asked for and not yet delivered; -1 for unknown")
    public long demand;
}
