package dev.longstack.events;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Period;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** Totals for the contexts of one call site: one kind, operation, task class and parent operation. */
@Name(EventNames.CALL_SITE)
@Label("Call Site")
@Description("Written at the end of each chunk, once for each call site: a combination of the kind of a"
        + " context, its operation, its task class and the operation of its parent")
@Category("Longstack")
@StackTrace(false)
@Period("endChunk")
public final class CallSiteEvent extends Event {
    @Label("Operation")
    @Description("The call that scheduled the work")
    public @Nullable String operation;

    @Label("Task Class")
    @Description("The class of the task as the application wrote it, without wrappers")
    public @Nullable Class<?> taskClass;

    @Label("Parent Operation")
    @Description("The operation of the context that was current at creation; null if none")
    public @Nullable String parentOperation;

    @Label("Created")
    @Description("Number of contexts created since the JVM started")
    public long created;

    @Label("Invoked")
    @Description("Number of runs since the JVM started")
    public long invoked;

    @Label("Released")
    @Description("Number of contexts that ended or were released since the JVM started")
    public long released;

    @Label("Stacks Taken")
    @Description("Number of creations whose stack trace was taken")
    public long stacksTaken;

    @Label("Stack")
    @Description(
            "The stack trace of one of the creations, one frame per line; typical of the call site, not of any particular context")
    public @Nullable String stack;
}
