package dev.longstack.events;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.SettingDefinition;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** Asynchronous work was scheduled or registered: instant, with the creation stack. Without the setting {@code creations=all} only for creations whose stack is taken. */
@Name(EventNames.CONTEXT_CREATION)
@Label("Context Creation")
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

    @Label("Arguments")
    @Description("Significant arguments of the creating call; empty unless asked for")
    public @Nullable String arguments;

    @Label("Elided Hops")
    @Description("How many unrecorded contexts stand between this one and its parent")
    public int elidedHops;

    /** Whether every creation is recorded or only those that a stack is taken of; see {@link CreationControl}. */
    @Name("creations")
    @Label("Creations")
    @SettingDefinition
    boolean creations(CreationControl control) {
        return true;
    }
}
