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
@Category("Longstack")
@StackTrace(false)
@Period("1 s")
public final class DroppedEvent extends Event {
    @Label("Reason")
    public @Nullable String reason;

    @Label("Count")
    @Description("Since the JVM started")
    public long count;

    @Label("Sample Every")
    @Description("One in how many roots is recorded now")
    public int sampleEvery;
}
