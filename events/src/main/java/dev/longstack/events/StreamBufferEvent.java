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
@Description("Written when a chunk has passed through a probed stream; the duration is the time spent on the chunk")
@Category("Longstack")
@StackTrace(false)
public final class StreamBufferEvent extends Event {
    @Label("Stream Id")
    @Description("Identifies the stream within the JVM")
    @StreamId
    public long streamId;

    @Label("Stream")
    @Description("The name that the probe was given")
    public @Nullable String stream;

    @Label("Context Id")
    @Description("The context that worked on the chunk; 0 if none")
    @ContextId
    public long contextId;

    @Label("Chunk Size")
    @Description("Size of the chunk; -1 if unknown")
    @DataAmount
    public long chunkSize;

    @Label("Held Size")
    @Description("Bytes held back by backpressure; -1 if unknown")
    @DataAmount
    public long heldSize;

    @Label("Held Elements")
    @Description("Elements held back by backpressure; -1 if unknown")
    public long heldElements;

    @Label("Internal Time")
    @Description("Time spent in the stream's own code")
    @Timespan(Timespan.NANOSECONDS)
    public long internalTime;

    @Label("Demand")
    @Description("Elements requested but not yet delivered; -1 if unknown")
    public long demand;
}
