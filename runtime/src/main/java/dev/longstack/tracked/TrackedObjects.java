package dev.longstack.tracked;

import dev.longstack.seam.Entry;
import java.lang.invoke.MethodHandle;
import java.util.List;

/**
 * Objects that have to be closed, known by identity and held weakly from when they are opened. The recording tells who opened
 * them, and which were never closed. Any thread.
 */
public final class TrackedObjects {
    private static final Entry ENTRY = Entry.named("TrackedEntry");
    private static final MethodHandle TRACK = ENTRY.find("track", void.class, Object.class);
    private static final MethodHandle RELEASE = ENTRY.find("release", boolean.class, Object.class);
    static final MethodHandle ENTER_ZONE = ENTRY.find("enterZone", Object.class);
    static final MethodHandle LEAVE_ZONE = ENTRY.find("leaveZone", List.class, Object.class);
    static final MethodHandle DISPOSED = ENTRY.find("disposed", void.class, Object.class, Object.class);
    static final MethodHandle HINT_OF_ZONE = ENTRY.find("hintOfZone", void.class, String.class);

    private TrackedObjects() {}

    /** The object was opened by what is current. Again, or where nobody wants to know: nothing. */
    public static void trackObject(Object object) {
        try {
            TRACK.invokeExact(object);
        } catch (Throwable e) {
            throw Entry.rethrow(e);
        }
    }

    /** The object was closed; false where it was not tracked, or is closed already. */
    public static boolean releaseObject(Object object) {
        try {
            return (boolean) RELEASE.invokeExact(object);
        } catch (Throwable e) {
            throw Entry.rethrow(e);
        }
    }
}
