package dev.longstack.events;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Threshold;
import org.jspecify.annotations.Nullable;

/** A virtual thread waited while unmounted; the JDK has no such event. */
@Name(EventNames.VIRTUAL_THREAD_PARK)
@Label("Virtual Thread Park")
@Description("Reserved for a virtual thread that waited while unmounted; not written yet")
@Category("Longstack")
@StackTrace(true)
@Threshold("20 ms")
public final class VirtualThreadParkEvent extends Event {
    @Label("Context Id")
    @ContextId
    public long contextId;

    @Label("Blocker Class")
    public @Nullable Class<?> blockerClass;
}
