package dev.longstack.events;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import jdk.jfr.TransitionFrom;
import org.jspecify.annotations.Nullable;

/** One run of a context, from beginning to end, on the thread that ran it. */
@Name(EventNames.CONTEXT_INVOCATION)
@Label("Context Invocation")
@Description("Written when a run of a context ends, on the thread that ran it; the duration is the running time")
@Category("Longstack")
@StackTrace(false)
public final class ContextInvocationEvent extends Event {
    @Label("Context Id")
    @Contextual
    @ContextId
    public long contextId;

    @Label("Invocation")
    @Description("The number of this run of the context, starting at 1")
    public int invocation;

    @Label("Request Id")
    @Description("The request that the run is part of; 0 if none, -1 if unknown")
    @Contextual
    @ContextId
    public long requestId;

    @Label("Request")
    @Description("The name of the request as known when the run ended; null if there is no request or no name")
    @Contextual
    public @Nullable String request;

    @Label("Parent Id")
    @Description(
            "The context that was current at creation; 0 if none, -1 if unknown. For a request this is only where it came from")
    @ContextId
    public long parentId;

    @Label("Parent Invocation")
    @Description("The number of the run of the parent, starting at 1; 0 if none or unknown")
    public int parentInvocation;

    @Label("Trigger Id")
    @Description("The context whose run caused this run, if it is not the parent; 0 if none, -1 if unknown")
    @ContextId
    public long triggerId;

    @Label("Kind")
    @Description("continuation, thread, request, periodic, listener or io; null for a task")
    public @Nullable String kind;

    @Label("Operation")
    @Description("The call that scheduled the work")
    @Contextual
    public @Nullable String operation;

    @Label("Task Class")
    @Description("The class of the task as the application wrote it, without wrappers")
    public @Nullable Class<?> taskClass;

    @Label("Creation Thread")
    @Description("The thread that created the context")
    @TransitionFrom
    public @Nullable Thread creationThread;

    @Label("Scheduled Delay")
    @Description("Time from creation until the run was due")
    @Timespan(Timespan.NANOSECONDS)
    public long scheduledDelay;

    @Label("Queue Time")
    @Description("Time from when the run was due until it began; Long.MIN_VALUE if unknown")
    @Timespan(Timespan.NANOSECONDS)
    public long queueTime;

    @Label("Queue Type")
    @Description("The class of the queue that the work waited in; null if unknown")
    public @Nullable Class<?> queueType;

    @Label("Queue Length")
    @Description("Length of the queue when the work entered it; meaningless without a queue type")
    public int queueLength;

    @Label("Failure")
    @Description("The class of the exception that ended the run; null if it ended normally")
    public @Nullable Class<?> failure;

    @Label("Elided Hops")
    @Description("Number of unrecorded contexts between this one and its parent")
    public int elidedHops;
}
