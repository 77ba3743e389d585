package dev.longstack.record;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Counts live what a context has started and what is not resolved yet: a context is resolved when it and all it started are
 * released. There is one for each context that a listener of <em>resolved</em> is bound to. Any thread.
 *
 * <p>Children refer to their parents, never the other way, so what nobody can end any more is collected. Trees end at requests
 * and at the runs of periodic work. What submits itself anew for ever would be a chain without end: at {@link #MAX_GENERATIONS}
 * it is cut. Those above the cut are never told as resolved, which nobody knows of them, and are counted.
 */
final class Resolution {
    static final int MAX_GENERATIONS = 1 << 16;

    static final LongAdder CUT = new LongAdder();

    private static final AtomicIntegerFieldUpdater<Resolution> PENDING =
            AtomicIntegerFieldUpdater.newUpdater(Resolution.class, "pending");
    private static final ConcurrentHashMap<Long, ById> LIVE = new ConcurrentHashMap<>();
    private static final ReferenceQueue<Resolution> COLLECTED = new ReferenceQueue<>();

    private final long contextId;
    private final Listener[] listeners;
    private final @Nullable Resolution parent;
    /** Of the request, or whatever else tops the tree, in which it was created. */
    private final Resolution top;

    private final int generation;

    /** The context itself while it is not released, and its children that are not resolved. */
    private volatile int pending = 1;

    /** @param isTop whether it does not count for what it was created in */
    Resolution(
            long contextId, Listener[] listeners, @Nullable Resolution creator, boolean isTop, boolean belongsToTop) {
        this.contextId = contextId;
        this.listeners = listeners;
        Resolution counted = isTop || creator == null || !creator.waitsForOneMore() ? null : creator;
        boolean cut = counted != null && counted.generation == MAX_GENERATIONS;
        if (cut) {
            CUT.increment();
        }
        this.parent = cut ? null : counted;
        this.generation = parent == null ? 0 : parent.generation + 1;
        this.top = creator != null && belongsToTop ? creator.top : this;
        purge();
        LIVE.put(contextId, new ById(this));
    }

    /** Of the context with this id; null for one that is resolved or never was. */
    static @Nullable Resolution byId(long contextId) {
        ById found = LIVE.get(contextId);
        return found == null ? null : found.get();
    }

    /** False where it is resolved already: what is created late counts for nobody. */
    private boolean waitsForOneMore() {
        int now = pending;
        while (now > 0) {
            if (PENDING.compareAndSet(this, now, now + 1)) {
                return true;
            }
            now = pending;
        }
        return false;
    }

    /** The context is released; it, and those above for which it was the last, may be resolved. */
    void released(ThreadState state) {
        Resolution each = this;
        while (each != null && PENDING.decrementAndGet(each) == 0) {
            LIVE.remove(each.contextId);
            for (Listener listener : each.listeners) {
                listener.resolved(state, each.contextId);
            }
            each = each.parent;
        }
    }

    /** Whether the request in which it was created is over, with all that it started. */
    boolean isAfterTheEnd() {
        return top != this && top.pending == 0;
    }

    private static void purge() {
        Reference<?> each = COLLECTED.poll();
        while (each != null) {
            LIVE.remove(((ById) each).contextId, each);
            each = COLLECTED.poll();
        }
    }

    private static final class ById extends WeakReference<Resolution> {
        private final long contextId;

        ById(Resolution resolution) {
            super(resolution, COLLECTED);
            this.contextId = resolution.contextId;
        }
    }
}
