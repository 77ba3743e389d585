package dev.longstack.events;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Period;
import jdk.jfr.StackTrace;

/** What the recorder holds and has counted: a leak of its own shows here. */
@Name(EventNames.RUNTIME_STATISTICS)
@Label("Runtime Statistics")
@Category("Longstack")
@StackTrace(false)
@Period("1 s")
public final class RuntimeStatisticsEvent extends Event {
    @Label("Live Contexts")
    public long liveContexts;

    @Label("Created Contexts")
    public long createdContexts;

    @Label("Released Contexts")
    public long releasedContexts;

    @Label("Tracked Objects")
    public long trackedObjects;

    @Label("Side Table Size")
    @Description("Contexts carried beside their task instead of in it")
    public long sideTableSize;

    @Label("Threads")
    @Description("Threads that have a state of the recorder")
    public long threads;

    @Label("Internal Errors")
    @Description("Faults of the recorder itself, swallowed to keep the application safe")
    public long internalErrors;
}
