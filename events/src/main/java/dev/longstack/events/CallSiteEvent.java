package dev.longstack.events;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Period;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** What has happened so far to the contexts of one operation, task class and operation of the parent. */
@Name(EventNames.CALL_SITE)
@Label("Call Site")
@Category("Longstack")
@StackTrace(false)
@Period("endChunk")
public final class CallSiteEvent extends Event {
    @Label("Operation")
    @Description("The call that scheduled the work")
    public @Nullable String operation;

    @Label("Task Class")
    @Description("The user's class, unwrapped")
    public @Nullable Class<?> taskClass;

    @Label("Parent Operation")
    public @Nullable String parentOperation;

    @Label("Created")
    public long created;

    @Label("Invoked")
    public long invoked;

    @Label("Released")
    public long released;

    @Label("Stacks Taken")
    @Description("For how many of the creations the stack was taken")
    public long stacksTaken;

    @Label("Stack")
    @Description(
            "The stack of one of the creations, a frame a line; typical for the call site, not for any one context")
    public @Nullable String stack;
}
