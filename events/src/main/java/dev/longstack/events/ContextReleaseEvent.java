package dev.longstack.events;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import org.jspecify.annotations.Nullable;

/** A context will not run again. Left out where an invocation of a one-shot kind has told it already. */
@Name(EventNames.CONTEXT_RELEASE)
@Label("Context Release")
@Category("Longstack")
@StackTrace(false)
public final class ContextReleaseEvent extends Event {
    @Label("Context Id")
    @ContextId
    public long contextId;

    @Label("Reason")
    @Description("completed, failed, cancelled, rejected, removed, collected, closed or ambiguous")
    public @Nullable String reason;

    @Label("Invocations")
    @Description("How often it ran")
    public int invocations;

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

    @Label("Age")
    @Description("Since its creation")
    @Timespan(Timespan.NANOSECONDS)
    public long age;
}
