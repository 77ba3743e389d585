package dev.longstack.events;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.SettingDefinition;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** Asynchronous work was scheduled or registered; instant, with the stack trace of that call. */
@Name(EventNames.CONTEXT_CREATION)
@Label("Context Creation")
@Description(
        "Written when asynchronous work is scheduled or registered, with the stack trace of that call; by default for a"
                + " few creations of each call site, with the setting creations=all for every one")
@Category("Longstack")
@StackTrace(true)
@StackFilter({
    "dev.longstack.record.Creations",
    "dev.longstack.record.Runs",
    "dev.longstack.propagate.entries.ApiEntry",
    "dev.longstack.propagate.hooks.CompletionHooks",
    "dev.longstack.propagate.entries.DeferredEntry",
    "dev.longstack.propagate.hooks.ExchangeHooks",
    "dev.longstack.propagate.hooks.FlowHooks",
    "dev.longstack.propagate.hooks.ForkJoinHooks",
    "dev.longstack.propagate.entries.Guarded",
    "dev.longstack.propagate.hooks.HandleHooks",
    "dev.longstack.propagate.hooks.InterceptHooks",
    "dev.longstack.propagate.hooks.QueueHooks",
    "dev.longstack.propagate.hooks.RequestHooks",
    "dev.longstack.propagate.hooks.ScheduleHooks",
    "dev.longstack.propagate.hooks.ScopeHooks",
    "dev.longstack.propagate.hooks.ServletHooks",
    "dev.longstack.propagate.hooks.TaskHooks",
    "dev.longstack.propagate.hooks.ThreadHooks"
})
public final class ContextCreationEvent extends Event {
    @Label("Context Id")
    @ContextId
    public long contextId;

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

    @Label("Arguments")
    @Description("Significant arguments of the creating call; null unless the setting creations asks for them")
    public @Nullable String arguments;

    @Label("Elided Hops")
    @Description("Number of unrecorded contexts between this one and its parent")
    public int elidedHops;

    /** Whether every creation is recorded, or only those whose stack trace is taken; see {@link CreationControl}. */
    @Name("creations")
    @Label("Creations")
    @SettingDefinition
    boolean creations(CreationControl control) {
        return true;
    }
}
