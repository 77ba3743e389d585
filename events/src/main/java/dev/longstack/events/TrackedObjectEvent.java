package dev.longstack.events;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** An object that has to be closed was opened or closed. */
@Name(EventNames.TRACKED_OBJECT)
@Label("Tracked Object")
@Category("Longstack")
@StackTrace(false)
public final class TrackedObjectEvent extends Event {
    @Label("Object Id")
    @ObjectId
    public long objectId;

    @Label("Object Class")
    public @Nullable Class<?> objectClass;

    @Label("Context Id")
    @ContextId
    public long contextId;

    @Label("Action")
    @Description("opened, closed, disposed (by its zone) or leaked (collected unclosed)")
    public @Nullable String action;
}
