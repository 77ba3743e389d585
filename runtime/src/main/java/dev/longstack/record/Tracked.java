package dev.longstack.record;

import dev.longstack.events.TrackedObjectEvent;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Objects that have to be closed, from when they are opened: by identity, weakly. One that is collected unclosed has leaked, and
 * is told as such when another is tracked, or with the statistics of a second. Any thread.
 */
public final class Tracked {
    private static final TrackedObjectEvent EVENT = new TrackedObjectEvent();
    private static final ConcurrentHashMap<Object, Open> OPEN = new ConcurrentHashMap<>();
    private static final ReferenceQueue<Object> COLLECTED = new ReferenceQueue<>();
    private static final AtomicLong NEXT_ID = new AtomicLong(1);
    /** Under which a zone is inherited. */
    private static final Object ZONE = new Object();

    private Tracked() {}

    /** Whether anybody wants to know of objects. */
    public static boolean on() {
        return EVENT.isEnabled() || Observers.present();
    }

    /** The object was opened by what runs here; again: nothing. */
    public static void open(ThreadState state, Object object) {
        tellLeaks();
        IdentityKey key = new IdentityKey(object, COLLECTED);
        Open open = new Open(state.contextId(), object.getClass(), Listener.bound(state.inherited()));
        if (OPEN.putIfAbsent(key, open) != null) {
            return;
        }
        open.write("opened");
        for (Listener listener : open.listeners) {
            listener.tracked(state, object, open.contextId);
        }
        if (state.value(ZONE) instanceof Zone zone) {
            zone.add(key);
        }
    }

    /** The object was closed; false where it was not tracked, or is closed already. */
    public static boolean close(ThreadState state, Object object) {
        return close(state, object, "closed");
    }

    private static boolean close(ThreadState state, Object object, String action) {
        Open open = OPEN.isEmpty() ? null : OPEN.remove(new IdentityKey.Lookup(object));
        if (open == null) {
            return false;
        }
        open.write(action);
        for (Listener listener : open.listeners) {
            listener.untracked(state, object, open.contextId);
        }
        return true;
    }

    /** Whether anything is tracked now. */
    public static boolean isTracked() {
        return !OPEN.isEmpty();
    }

    static int count() {
        return OPEN.size();
    }

    /** Those that were collected unclosed. */
    static void tellLeaks() {
        Reference<?> each = COLLECTED.poll();
        while (each != null) {
            Open open = OPEN.remove(each);
            if (open != null) {
                open.write("leaked");
            }
            each = COLLECTED.poll();
        }
    }

    /** From now on what is opened here, or by what is created here, belongs to a new zone. */
    public static Zone enterZone(ThreadState state) {
        Zone zone = new Zone(state.value(ZONE));
        Observers.added();
        state.value(ZONE, zone);
        return zone;
    }

    /** What is opened here belongs to the zone around it again. */
    public static void leaveZone(ThreadState state, Zone zone) {
        if (state.value(ZONE) == zone) {
            state.value(ZONE, zone.outer);
        }
        Observers.removed();
    }

    /** The objects of one zone, weakly. Any thread. */
    public static final class Zone {
        private final @Nullable Object outer;
        private final List<IdentityKey> keys = new ArrayList<>();
        private int looksAt = 64;

        private Zone(@Nullable Object outer) {
            this.outer = outer;
        }

        private synchronized void add(IdentityKey key) {
            if (keys.size() == looksAt) {
                keys.removeIf(each -> !OPEN.containsKey(each));
                looksAt = Math.max(64, keys.size() * 2);
            }
            keys.add(key);
        }

        /** What is open in it, the newest first; it has nothing any more. */
        public synchronized List<Object> takeOpen() {
            List<Object> open = new ArrayList<>();
            for (IdentityKey key : keys) {
                Object object = key.get();
                if (object != null && OPEN.containsKey(key)) {
                    open.add(object);
                }
            }
            keys.clear();
            Collections.reverse(open);
            return open;
        }

        /** The zone disposes of the object. */
        public void disposed(ThreadState state, Object object) {
            boolean ignored = Tracked.close(state, object, "disposed");
        }
    }

    /** What is known of an open object, by the context that opened it, whoever closes it. */
    private static final class Open {
        private final long objectId = NEXT_ID.getAndIncrement();
        private final long contextId;
        private final Class<?> type;
        private final Listener[] listeners;

        Open(long contextId, Class<?> type, Listener[] listeners) {
            this.contextId = contextId;
            this.type = type;
            this.listeners = listeners;
        }

        void write(String action) {
            TrackedObjectEvent event = new TrackedObjectEvent();
            if (event.shouldCommit()) {
                event.objectId = objectId;
                event.objectClass = type;
                event.contextId = contextId;
                event.action = action;
                event.commit();
            }
        }
    }
}
