package dev.longstack.events;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** A description of what a context is doing. */
@Name(EventNames.HINT)
@Label("Hint")
@Description("Written when code describes what the current context is doing, and by the agent for the path that a"
        + " request asked for")
@Category("Longstack")
@StackTrace(false)
public final class HintEvent extends Event {
    @Label("Context Id")
    @Description("The context that was current; 0 if none")
    @ContextId
    public long contextId;

    @Label("Name")
    @Description("What kind of hint it is, for example http-request")
    public @Nullable String name;

    @Label("Details")
    @Description("What the hint says")
    public @Nullable String details;
}
