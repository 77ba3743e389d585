package dev.longstack.events;

import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** A context says what it is doing. */
@Name(EventNames.HINT)
@Label("Hint")
@Category("Longstack")
@StackTrace(false)
public final class HintEvent extends Event {
    @Label("Context Id")
    @ContextId
    public long contextId;

    @Label("Name")
    public @Nullable String name;

    @Label("Details")
    public @Nullable String details;
}
