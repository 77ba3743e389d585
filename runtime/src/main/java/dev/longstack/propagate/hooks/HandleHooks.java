package dev.longstack.propagate.hooks;

import dev.longstack.record.Faults;
import dev.longstack.record.ThreadState;
import dev.longstack.record.Tracked;
import org.jspecify.annotations.Nullable;

/** Called by woven files, channels and sockets. */
public final class HandleHooks {
    /** What it takes to tell of a file opens files itself: nothing is told before it is all there. */
    private static volatile boolean ready;

    private HandleHooks() {}

    /** Loads what it takes. */
    public static void start() {
        boolean ignored = Tracked.on() && Tracked.isTracked();
        ready = true;
    }

    /** It was opened by what runs here; null where it could not be. */
    public static void opened(@Nullable Object handle) {
        try {
            if (ready && handle != null && Tracked.on()) {
                Tracked.open(ThreadState.current(), handle);
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    /** It is being closed. */
    public static void closing(Object handle) {
        try {
            boolean ignored = ready && Tracked.isTracked() && Tracked.close(ThreadState.current(), handle);
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }
}
