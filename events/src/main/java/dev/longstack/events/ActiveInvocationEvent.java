package dev.longstack.events;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Period;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import jdk.jfr.TransitionTo;
import org.jspecify.annotations.Nullable;

/** An invocation that has been running for more than a second and has not ended: told once when it passes the second, and at the end of each chunk. */
@Name(EventNames.ACTIVE_INVOCATION)
@Label("Active Invocation")
@Category("Longstack")
@StackTrace(false)
@Period("endChunk")
public final class ActiveInvocationEvent extends Event {
    @Label("Context Id")
    @ContextId
    public long contextId;

    @Label("Invocation")
    @Description("Which run of the context it is, from 1 on")
    public int invocation;

    @Label("Request Id")
    @Description("The request that it is part of: 0 for none, -1 for unknown")
    @ContextId
    public long requestId;

    @Label("Request")
    @Description("The request's name, as far as it is known; none where there is no request or none is known")
    public @Nullable String request;

    @Label("Parent Id")
    @Description(
            "The context that was current at creation: 0 for none, -1 for unknown; for a request only its provenance")
    @ContextId
    public long parentId;

    @Label("Parent Invocation")
    @Description("Which run of the parent it was, from 1 on; 0 for none or unknown")
    public int parentInvocation;

    @Label("Kind")
    @Description("task, continuation, thread, request, periodic, listener or io")
    public @Nullable String kind;

    @Label("Operation")
    @Description("The call that scheduled the work")
    public @Nullable String operation;

    @Label("Task Class")
    @Description("The user's class, unwrapped")
    public @Nullable Class<?> taskClass;

    @Label("Running Time")
    @Description("Since the run began")
    @Timespan(Timespan.NANOSECONDS)
    public long runningTime;

    @Label("Running Thread")
    @TransitionTo
    public @Nullable Thread runningThread;
}
