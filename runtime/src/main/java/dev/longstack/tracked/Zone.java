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
     * @throws DisposalException where disposing has thrown, after all were tried
     */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        List<Throwable> failures = new ArrayList<>();
        List<?> leftOpen = leftOpen();
        StringJoiner names = new StringJoiner(", ");
        for (Object object : leftOpen) {
            names.add(object.getClass().getName());
            dispose(object, failures);
        }
        if (!leftOpen.isEmpty()) {
            hint("disposed of what was left open: " + names);
        }
        if (!failures.isEmpty()) {
            throw new DisposalException(failures, leftOpen.size());
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
