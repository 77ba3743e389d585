package dev.longstack.events;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import org.jspecify.annotations.Nullable;

/** A context will not run again. Omitted if the invocation of a one-shot kind implies it. */
@Name(EventNames.CONTEXT_RELEASE)
@Label("Context Release")
@Description(
        "Written when it is certain that a context will not run again; omitted if its only run has already said so")
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
    @Description("Number of runs")
    public int invocations;

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

    @Label("Age")
    @Description("Time since creation")
    @Timespan(Timespan.NANOSECONDS)
    public long age;
}
