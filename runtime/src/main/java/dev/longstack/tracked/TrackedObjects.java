package dev.longstack.tracked;

import dev.longstack.seam.Entry;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Objects that have to be closed, known by identity and held weakly from when they are opened. The recording shows who opened
 * them, and which were never closed. Any thread.
 *
 * <pre>{@code
 * TrackedFile() {
 *     TrackedObjects.trackObject(this);
 * }
 *
 * public void close() {
 *     TrackedObjects.releaseObject(this);
 * }
 * }</pre>
 */
public final class TrackedObjects {
    private static final Entry ENTRY = Entry.named("TrackedEntry");
    private static final Consumer<Object> TRACK = ENTRY.find("track");
    private static final Predicate<Object> RELEASE = ENTRY.find("release");
    static final Supplier<Object> ENTER_ZONE = ENTRY.find("enterZone");
    static final Function<Object, List<?>> LEAVE_ZONE = ENTRY.find("leaveZone");
    static final BiConsumer<Object, Object> DISPOSED = ENTRY.find("disposed");
    static final Consumer<String> HINT_OF_ZONE = ENTRY.find("hintOfZone");

    private TrackedObjects() {}

    /** The current context opened the object. Calling it again, or while nobody wants to know, has no effect. */
    public static void trackObject(Object object) {
        TRACK.accept(object);
    }

    /** The object was closed; false where it was not tracked, or is closed already. */
    public static boolean releaseObject(Object object) {
        return RELEASE.test(object);
    }
}
