package dev.longstack.events;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** An object that must be closed was opened or closed. */
@Name(EventNames.TRACKED_OBJECT)
@Label("Tracked Object")
@Description("Written when a tracked object is opened or closed, or is found to have been collected while still open")
@Category("Longstack")
@StackTrace(false)
public final class TrackedObjectEvent extends Event {
    @Label("Object Id")
    @Description("Identifies the object within the JVM")
    @ObjectId
    public long objectId;

    @Label("Object Class")
    public @Nullable Class<?> objectClass;

    @Label("Context Id")
    @Description("The context that opened the object, whatever the action; 0 if none")
    @ContextId
    public long contextId;

    @Label("Action")
    @Description("opened, closed, disposed (closed by its zone) or leaked (collected while open)")
    public @Nullable String action;
}
