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

/** A run that is still in progress. */
@Name(EventNames.ACTIVE_INVOCATION)
@Label("Active Invocation")
@Description(
        "Written for a run that is still in progress: once when it has run for a second, and at the end of each chunk for every"
                + " run that is older than a second or has created contexts")
@Category("Longstack")
@StackTrace(false)
@Period("endChunk")
public final class ActiveInvocationEvent extends Event {
    @Label("Context Id")
    @ContextId
    public long contextId;

    @Label("Invocation")
    @Description("The number of this run of the context, starting at 1")
    public int invocation;

    @Label("Request Id")
    @Description("The request that the run is part of; 0 if none, -1 if unknown")
    @ContextId
    public long requestId;

    @Label("Request")
    @Description("The name of the request as known so far; null if there is no request or no name")
    public @Nullable String request;

    @Label("Parent Id")
    @Description(
            "The context that was current at creation; 0 if none, -1 if unknown. For a request this is only where it came from")
    @ContextId
    public long parentId;

    @Label("Parent Invocation")
    @Description("The number of the run of the parent, starting at 1; 0 if none or unknown")
    public int parentInvocation;

    @Label("Kind")
    @Description("task, continuation, thread, request, periodic, listener or io")
    public @Nullable String kind;

    @Label("Operation")
    @Description("The call that scheduled the work")
    public @Nullable String operation;

    @Label("Task Class")
    @Description("The class of the task as the application wrote it, without wrappers")
    public @Nullable Class<?> taskClass;

    @Label("Running Time")
    @Description("Time since the run began")
    @Timespan(Timespan.NANOSECONDS)
    public long runningTime;

    @Label("Running Thread")
    @Description("The thread that the run is on")
    @TransitionTo
    public @Nullable Thread runningThread;
}
