package dev.longstack.tracked;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * Disposes, at its end, of the tracked objects that were left open in it, the newest first: those that its own run has opened,
 * and those of all asynchronous work that was started in it. They are held weakly. A hint {@code zone} says what was left open. Use
 * it in a try-with-resources statement; zones may be nested, an object belongs to the innermost.
 *
 * <pre>{@code
 * try (Zone zone = Zone.open()) {
 *     new TrackedFile();
 * }
 * }</pre>
 */
public final class Zone implements AutoCloseable {
    private final Object zone;
    private boolean closed;

    private Zone(Object zone) {
        this.zone = zone;
    }

    /** From here to its close, in the same run on the same thread. */
    public static Zone open() {
        return new Zone(TrackedObjects.ENTER_ZONE.get());
    }

    /**
     * Ends the zone. Calling it again has no effect.
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
        List<?> leftOpen = TrackedObjects.LEAVE_ZONE.apply(zone);
        StringJoiner names = new StringJoiner(", ");
        for (Object object : leftOpen) {
            names.add(object.getClass().getName());
            dispose(object, failures);
        }
        if (!leftOpen.isEmpty()) {
            TrackedObjects.HINT_OF_ZONE.accept("disposed of what was left open: " + names);
        }
        if (!failures.isEmpty()) {
            throw new DisposalException(failures, leftOpen.size());
        }
    }

    private void dispose(Object object, List<Throwable> failures) {
        try {
            TrackedObjects.DISPOSED.accept(zone, object);
            if (object instanceof Disposable disposable) {
                disposable.dispose();
            } else if (object instanceof AutoCloseable closeable) {
                closeable.close();
            }
        } catch (Throwable e) {
            failures.add(e);
        }
    }
}
