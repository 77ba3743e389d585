package dev.longstack.events;

import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Threshold;
import org.jspecify.annotations.Nullable;

/** A virtual thread waited while unmounted; the JDK records no such event. */
@Name(EventNames.VIRTUAL_THREAD_PARK)
@Label("Virtual Thread Park")
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
