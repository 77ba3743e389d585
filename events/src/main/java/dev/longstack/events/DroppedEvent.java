package dev.longstack.events;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Period;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** What the recorder has left out so far, by reason. */
@Name(EventNames.DROPPED)
@Label("Dropped")
@Description(
        "Written every second, and at the beginning and end of each chunk, for each reason whose count has changed")
@Category("Longstack")
@StackTrace(false)
@Period("1 s")
public final class DroppedEvent extends Event {
    @Label("Reason")
    @Description("What was left out, and why")
    public @Nullable String reason;

    @Label("Count")
    @Description("Total since the JVM started")
    public long count;

    @Label("Sample Every")
    @Description("The recorder currently records one in this many roots")
    public int sampleEvery;
}
