package dev.longstack.events;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Period;
import jdk.jfr.StackTrace;

/** What the recorder holds and has counted: a leak in the recorder itself would show here. */
@Name(EventNames.RUNTIME_STATISTICS)
@Label("Runtime Statistics")
@Description("Written every second")
@Category("Longstack")
@StackTrace(false)
@Period("1 s")
public final class RuntimeStatisticsEvent extends Event {
    @Label("Live Contexts")
    @Description("Contexts created but not yet ended or released")
    public long liveContexts;

    @Label("Created Contexts")
    @Description("Contexts created since the JVM started")
    public long createdContexts;

    @Label("Released Contexts")
    @Description("Contexts that ended or were released since the JVM started")
    public long releasedContexts;

    @Label("Tracked Objects")
    @Description("Tracked objects that are open")
    public long trackedObjects;

    @Label("Side Table Size")
    @Description("Contexts kept in the side table because their task cannot carry them")
    public long sideTableSize;

    @Label("Threads")
    @Description("Threads for which the recorder keeps state")
    public long threads;

    @Label("Internal Errors")
    @Description("Faults in the recorder itself, suppressed to keep the application safe")
    public long internalErrors;
}
