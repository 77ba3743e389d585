package dev.longstack.propagate.entries;

import static java.util.Map.entry;

import dev.longstack.record.Recorder;
import dev.longstack.record.ThreadState;
import dev.longstack.record.Tracked;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What the public API calls for objects that have to be closed; as {@link ApiEntry}. */
public final class TrackedEntry {
    private TrackedEntry() {}

    /** By their names. */
    public static Map<String, Object> functions() {
        return Map.ofEntries(
                entry("track", Guarded.<Object>consumer(TrackedEntry::track)),
                entry("release", (Predicate<Object>) object -> Tracked.close(ThreadState.current(), object)),
                entry("enterZone", (Supplier<Object>) () -> Tracked.enterZone(ThreadState.current())),
                entry("leaveZone", (Function<Object, List<Object>>) TrackedEntry::leaveZone),
                entry("disposed", Guarded.<Object, Object>consumer(TrackedEntry::disposed)),
                entry("hintOfZone", Guarded.<String>consumer(TrackedEntry::hintOfZone)));
    }

    private static void track(Object object) {
        if (Tracked.on()) {
            Tracked.open(ThreadState.current(), object);
        }
    }

    /** It is left; what is open in it, the newest first. */
    private static List<Object> leaveZone(Object zone) {
        Tracked.leaveZone(ThreadState.current(), (Tracked.Zone) zone);
        return ((Tracked.Zone) zone).takeOpen();
    }

    /** The zone disposed of the object. */
    private static void disposed(Object zone, Object object) {
        ((Tracked.Zone) zone).disposed(ThreadState.current(), object);
    }

    /** The zone says that it had to; shown as a hint. */
    private static void hintOfZone(String details) {
        if (Recorder.hintsOn()) {
            Recorder.hint(ThreadState.current(), "zone", details);
        }
    }
}
