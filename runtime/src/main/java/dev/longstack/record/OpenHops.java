package dev.longstack.record;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * How many hops of one request are open: created, and neither over nor released. Any thread.
 *
 * <p>A run adds up what it created and counts it once, when it ends, together with its own end: a chain in which each run creates
 * one other counts nothing at all. So the sum may be too low while runs are open, and is right when none is. A request that
 * has open hops when a run ends is listed, and told in the recording when that lasts. The list holds no request: one that
 * nobody can end any more is collected, and told as such.
 *
 * <p>A few open hops are kept by their call sites, to name the step that is waited for. Writes to them race on purpose: what is
 * lost is a name, never a count.
 */
final class OpenHops extends WeakReference<Request> {
    private static final AtomicIntegerFieldUpdater<OpenHops> COUNT =
            AtomicIntegerFieldUpdater.newUpdater(OpenHops.class, "count");
    private static final ReferenceQueue<Request> COLLECTED = new ReferenceQueue<>();
    private static final Set<OpenHops> LISTED = ConcurrentHashMap.newKeySet();
    private static final int MAX_LISTED = 100_000;
    private static final int NAMED = 8;

    /** Requests with open hops that are not listed, since too many are. */
    static final LongAdder NOT_LISTED = new LongAdder();

    final long requestId;
    private final long beganNanos = System.nanoTime();
    private volatile String name;
    /** The request itself is one. */
    private volatile int count = 1;

    private volatile boolean listed;
    /** What was told last; for the periodic events alone. */
    int told;

    private @Nullable Named named;

    /** A few of the open hops. */
    private static final class Named {
        final long[] ids = new long[NAMED];
        final CallSite[] sites = new CallSite[NAMED];
    }

    OpenHops(Request request, long requestId, String name) {
        super(request, COLLECTED);
        this.requestId = requestId;
        this.name = name;
    }

    String name() {
        return name;
    }

    void rename(String better) {
        name = better;
    }

    /** Below 1 for none. */
    int count() {
        return count;
    }

    long ageNanos(long now) {
        return now - beganNanos;
    }

    /** So many more are open, or fewer. */
    void add(int change) {
        int now = COUNT.addAndGet(this, change);
        if (now > 0 != listed) {
            list(now > 0);
        }
    }

    /** Of two threads that pass zero in opposite directions at one time the sum decides, which each looks at again. */
    private void list(boolean open) {
        if (open && LISTED.size() >= MAX_LISTED) {
            NOT_LISTED.increment();
            return;
        }
        synchronized (this) {
            listed = count > 0;
            if (listed) {
                LISTED.add(this);
            } else {
                LISTED.remove(this);
            }
        }
    }

    /** The hop may be named while it is open. */
    void opened(long contextId, CallSite site) {
        Named kept = named;
        if (kept == null) {
            kept = new Named();
            named = kept;
        }
        int at = (int) contextId & NAMED - 1;
        if (kept.ids[at] != 0) {
            at = at + 1 & NAMED - 1;
        }
        if (kept.ids[at] == 0) {
            kept.sites[at] = site;
            kept.ids[at] = contextId;
        }
    }

    void closed(long contextId) {
        Named kept = named;
        if (kept != null) {
            int at = (int) contextId & NAMED - 1;
            int next = at + 1 & NAMED - 1;
            if (kept.ids[at] == contextId) {
                kept.ids[at] = 0;
            } else if (kept.ids[next] == contextId) {
                kept.ids[next] = 0;
            }
        }
    }

    /** The open hops that have a name, newest first: context id, kind, operation, task class, a line each. */
    String steps() {
        Named kept = named;
        List<String> lines = new ArrayList<>();
        if (kept != null) {
            long[] ids = kept.ids.clone();
            long below = Long.MAX_VALUE;
            for (int at = newest(ids, below); at >= 0; at = newest(ids, below)) {
                below = ids[at];
                CallSite site = kept.sites[at];
                Class<?> type = site.taskClass;
                lines.add(below + " " + site.kind.word() + " " + site.operation + " "
                        + (type == null ? "null" : type.getName()));
            }
        }
        return String.join("\n", lines);
    }

    private static int newest(long[] ids, long below) {
        int newest = -1;
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] != 0 && ids[i] < below && (newest < 0 || ids[i] > ids[newest])) {
                newest = i;
            }
        }
        return newest;
    }

    /** Those that have open hops now. */
    static Iterable<OpenHops> all() {
        return LISTED;
    }

    /** One that nobody can end any more; null for none. It is listed no longer. */
    static @Nullable OpenHops collected() {
        Reference<? extends Request> each = COLLECTED.poll();
        while (each != null) {
            OpenHops hops = (OpenHops) each;
            if (LISTED.remove(hops)) {
                return hops;
            }
            each = COLLECTED.poll();
        }
        return null;
    }
}
