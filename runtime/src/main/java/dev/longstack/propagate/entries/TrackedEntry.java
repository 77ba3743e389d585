package dev.longstack.propagate.entries;

import dev.longstack.record.Recorder;
import dev.longstack.record.ThreadState;
import dev.longstack.record.Tracked;
import java.util.List;

/** What the public API calls for objects that have to be closed; as {@link ApiEntry}. */
public final class TrackedEntry {
    private TrackedEntry() {}

    public static void track(Object object) {
        if (Tracked.on()) {
            Tracked.open(ThreadState.current(), object);
        }
    }

    /** False where it was not tracked, or is closed already. */
    public static boolean release(Object object) {
        return Tracked.close(ThreadState.current(), object);
    }

    /** A zone in which what runs here is from now on. */
    public static Object enterZone() {
        return Tracked.enterZone(ThreadState.current());
    }

    /** It is left; what is open in it, the newest first. */
    public static List<Object> leaveZone(Object zone) {
        Tracked.leaveZone(ThreadState.current(), (Tracked.Zone) zone);
        return ((Tracked.Zone) zone).takeOpen();
    }

    /** The zone disposed of the object. */
    public static void disposed(Object zone, Object object) {
        ((Tracked.Zone) zone).disposed(ThreadState.current(), object);
    }

    /** The zone says that it had to; shown as a hint. */
    public static void hintOfZone(String details) {
        if (Recorder.hintsOn()) {
            Recorder.hint(ThreadState.current(), "zone", details);
        }
    }
}
