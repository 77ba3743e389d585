package dev.longstack.tracked;

import dev.longstack.seam.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * Disposes, at its end, of the tracked objects that were left open in it, the newest first: those that its own run has opened,
 * and those of all asynchronous work that was started in it. They are held weakly. A hint {@code zone} says what was left open. Use
 * it in a try-with-resources statement; zones may be nested, an object belongs to the innermost.
 */
@SuppressWarnings("try") // what disposing throws goes on, interruptions too
public final class Zone implements AutoCloseable {
    private final Object zone;
    private boolean closed;

    private Zone(Object zone) {
        this.zone = zone;
    }

    /** From here to its close, in the same run on the same thread. */
    public static Zone open() {
        try {
            return new Zone((Object) TrackedObjects.ENTER_ZONE.invokeExact());
        } catch (Throwable e) {
            throw Entry.rethrow(e);
        }
    }

    /**
     * Ends the zone; again: nothing.
     *
     * @throws Exception the first one of those that disposing has thrown, after all were tried; the others are suppressed
     */
    @Override
    public void close() throws Exception {
        if (closed) {
            return;
        }
        closed = true;
        List<Throwable> failures = new ArrayList<>();
        StringJoiner left = new StringJoiner(", ");
        for (Object object : leftOpen()) {
            left.add(object.getClass().getName());
            dispose(object, failures);
        }
        if (left.length() == 0) {
            return;
        }
        hint("disposed of what was left open: " + left);
        if (!failures.isEmpty()) {
            Throwable first = failures.remove(0);
            failures.stream().filter(each -> each != first).forEach(first::addSuppressed);
            throw Entry.rethrow(first);
        }
    }

    private List<?> leftOpen() {
        try {
            return (List<?>) TrackedObjects.LEAVE_ZONE.invokeExact(zone);
        } catch (Throwable e) {
            throw Entry.rethrow(e);
        }
    }

    private void dispose(Object object, List<Throwable> failures) {
        try {
            TrackedObjects.DISPOSED.invokeExact(zone, object);
            if (object instanceof Disposable disposable) {
                disposable.dispose();
            } else if (object instanceof AutoCloseable closeable) {
                closeable.close();
            }
        } catch (Throwable e) {
            failures.add(e);
        }
    }

    private static void hint(String details) {
        try {
            TrackedObjects.HINT_OF_ZONE.invokeExact(details);
        } catch (Throwable e) {
            throw Entry.rethrow(e);
        }
    }
}
