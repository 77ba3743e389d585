package dev.longstack.record;

import dev.longstack.events.ContextKind;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the call site of a creation; any thread.
 *
 * <p>The sites of a task class hang on the class itself, so they go when it is unloaded; the list for the periodic event
 * holds them weakly. Operations hold names of requests, which are unbounded input, so a class has a bounded number of sites: a
 * look-up costs the same from the first name to the millionth. Beyond {@link #MAX_SITES} a new site is shared by all parents of
 * its operation; beyond {@link #MAX_WITHOUT_PARENT} of those by all operations of its kind.
 *
 * <p>The table is open addressing: read without a lock, since a site is immutable where it counts and never leaves its place
 * in its table; written under the lock.
 */
final class CallSites {
    private static final int MAX_SITES = 256;
    private static final int MAX_WITHOUT_PARENT = 64;
    private static final int MAX_LISTED = 200_000;
    private static final int FIRST_SIZE = 8;

    static final String OTHER = "(other)";

    private static final ClassValue<CallSites> BY_TASK_CLASS = new ClassValue<>() {
        @Override
        protected CallSites computeValue(Class<?> taskClass) {
            return new CallSites(taskClass);
        }
    };

    private static final List<WeakReference<CallSite>> ALL = new ArrayList<>();

    private final Class<?> taskClass;
    private volatile CallSite[] table = new CallSite[FIRST_SIZE];
    private int count;
    private volatile boolean full;
    private int withoutParent;
    private volatile boolean operationsFull;

    private CallSites(Class<?> taskClass) {
        this.taskClass = taskClass;
    }

    /** The site; a null task class stands for work without an object of its own, such as a request. */
    static CallSite of(
            ContextKind kind, String operation, @Nullable Class<?> taskClass, @Nullable String parentOperation) {
        CallSites ofClass = BY_TASK_CLASS.get(taskClass == null ? CallSites.class : taskClass);
        CallSite found = find(ofClass.table, kind, operation, parentOperation);
        return found != null ? found : ofClass.findOrAdd(kind, operation, taskClass, parentOperation);
    }

    private static @Nullable CallSite find(
            CallSite[] table, ContextKind kind, String operation, @Nullable String parentOperation) {
        int mask = table.length - 1;
        for (int i = hash(kind, operation, parentOperation) & mask; table[i] != null; i = (i + 1) & mask) {
            if (table[i].matches(kind, operation, parentOperation)) {
                return table[i];
            }
        }
        return null;
    }

    private static int hash(ContextKind kind, String operation, @Nullable String parentOperation) {
        int hash = operation.hashCode() * 31 + (parentOperation == null ? 0 : parentOperation.hashCode());
        hash = hash * 31 + kind.hashCode();
        return hash ^ (hash >>> 16);
    }

    private CallSite findOrAdd(
            ContextKind kind, String operation, @Nullable Class<?> taskClass, @Nullable String parentOperation) {
        if (!full) {
            CallSite added = add(kind, operation, taskClass, parentOperation);
            if (added != null) {
                return added;
            }
        }
        CallSite found = find(table, kind, operation, OTHER);
        if (found == null && operationsFull) {
            found = find(table, kind, OTHER, OTHER);
        }
        return found != null ? found : addWithoutParent(kind, operation, taskClass);
    }

    /** Null where there is no room any more. */
    private synchronized @Nullable CallSite add(
            ContextKind kind, String operation, @Nullable Class<?> taskClass, @Nullable String parentOperation) {
        CallSite found = find(table, kind, operation, parentOperation);
        if (found != null || full) {
            return found;
        }
        full = count + 1 >= MAX_SITES;
        return insert(new CallSite(kind, operation, taskClass, parentOperation));
    }

    private synchronized CallSite addWithoutParent(ContextKind kind, String operation, @Nullable Class<?> taskClass) {
        String name = operationsFull ? OTHER : operation;
        CallSite found = find(table, kind, name, OTHER);
        if (found != null) {
            return found;
        }
        operationsFull = ++withoutParent >= MAX_WITHOUT_PARENT;
        return insert(new CallSite(kind, name, taskClass, OTHER));
    }

    private CallSite insert(CallSite added) {
        if (++count * 2 > table.length) {
            CallSite[] larger = new CallSite[table.length * 2];
            for (CallSite each : table) {
                if (each != null) {
                    place(larger, each);
                }
            }
            place(larger, added);
            table = larger;
        } else {
            place(table, added);
        }
        list(added);
        return added;
    }

    private static void place(CallSite[] table, CallSite site) {
        int mask = table.length - 1;
        int i = hash(site.kind, site.operation, site.parentOperation) & mask;
        while (table[i] != null) {
            i = (i + 1) & mask;
        }
        table[i] = site;
    }

    private static void list(CallSite site) {
        synchronized (ALL) {
            if (ALL.size() < MAX_LISTED) {
                ALL.add(new WeakReference<>(site));
            }
        }
    }

    /** The sites whose classes are still loaded. */
    static List<CallSite> all() {
        List<CallSite> all = new ArrayList<>();
        synchronized (ALL) {
            ALL.removeIf(site -> site.get() == null);
            for (WeakReference<CallSite> reference : ALL) {
                CallSite site = reference.get();
                if (site != null) {
                    all.add(site);
                }
            }
        }
        return all;
    }

    @Override
    public synchronized String toString() {
        return taskClass.getName() + ": " + count + " call sites";
    }
}
