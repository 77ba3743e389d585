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

/** One run of a context, from its begin to its end, on the thread that ran it. */
@Name(EventNames.CONTEXT_INVOCATION)
@Label("Context Invocation")
@Category("Longstack")
@StackTrace(false)
public final class ContextInvocationEvent extends Event {
    @Label("Context Id")
    @Contextual
    @ContextId
    public long contextId;

    @Label("Invocation")
    @Description("Which run of the context it is, from 1 on")
    public int invocation;

    @Label("Request Id")
    @Description("The request that it is part of: 0 for none, -1 for unknown")
    @Contextual
    @ContextId
    public long requestId;

    @Label("Request")
    @Description(
            "The request's name, as far as it was known when the run ended; none where there is no request or none is known")
    @Contextual
    public @Nullable String request;

    @Label("Parent Id")
    @Description(
            "The context that was current at creation: 0 for none, -1 for unknown; for a request only its provenance")
    @ContextId
    public long parentId;

    @Label("Parent Invocation")
    @Description("Which run of the parent it was, from 1 on; 0 for none or unknown")
    public int parentInvocation;

    @Label("Trigger Id")
    @Description("The context whose run caused this one, where it differs from the parent; 0 for none, -1 for unknown")
    @ContextId
    public long triggerId;

    @Label("Kind")
    @Description("continuation, thread, request, periodic, listener or io; none for a task")
    public @Nullable String kind;

    @Label("Operation")
    @Description("The call that scheduled the work")
    @Contextual
    public @Nullable String operation;

    @Label("Task Class")
    @Description("The user's class, unwrapped")
    public @Nullable Class<?> taskClass;

    @Label("Creation Thread")
    @TransitionFrom
    public @Nullable Thread creationThread;

    @Label("Scheduled Delay")
    @Description("From creation to when it was due")
    @Timespan(Timespan.NANOSECONDS)
    public long scheduledDelay;

    @Label("Queue Time")
    @Description("From when it was due to when it ran; the smallest long for unknown")
    @Timespan(Timespan.NANOSECONDS)
    public long queueTime;

    @Label("Queue Type")
    public @Nullable Class<?> queueType;

    @Label("Queue Length")
    @Description("Length of the queue when the work entered it; unknown where there is no queue type")
    public int queueLength;

    @Label("Failure")
    @Description("The class of the exception that ended the run; none for a normal end")
    public @Nullable Class<?> failure;

    @Label("Elided Hops")
    @Description("How many unrecorded contexts stand between this one and its parent")
    public int elidedHops;
}
