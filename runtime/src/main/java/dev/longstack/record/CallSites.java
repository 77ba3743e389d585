package dev.longstack.record;

import dev.longstack.events.ContextKind;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the call site of a creation; any thread.
 *
 * <p>The sites of a task class hang on the class itself, so they go when it is unloaded; the list for the periodic event
 * holds them weakly. Beyond {@link #MAX_SITES_OF_CLASS} a class's further sites share one.
 */
final class CallSites {
    private static final int MAX_SITES_OF_CLASS = 256;
    private static final int MAX_LISTED = 200_000;
    private static final String OTHER = "(other)";

    private static final ClassValue<CallSites> BY_TASK_CLASS = new ClassValue<>() {
        @Override
        protected CallSites computeValue(Class<?> taskClass) {
            return new CallSites(taskClass);
        }
    };

    private static final List<WeakReference<CallSite>> ALL = new ArrayList<>();

    private final Class<?> taskClass;
    private volatile CallSite[] sites = {};

    private CallSites(Class<?> taskClass) {
        this.taskClass = taskClass;
    }

    /** The site; a null task class stands for work without an object of its own, such as a request. */
    // by identity first: operations are literals or canonical, and most classes have one site
    @SuppressWarnings("ReferenceEquality")
    static CallSite of(
            ContextKind kind, String operation, @Nullable Class<?> taskClass, @Nullable String parentOperation) {
        CallSites ofClass = BY_TASK_CLASS.get(taskClass == null ? CallSites.class : taskClass);
        for (CallSite site : ofClass.sites) {
            if (site.operation == operation && site.parentOperation == parentOperation && site.kind == kind) {
                return site;
            }
        }
        return ofClass.findOrAdd(kind, operation, taskClass, parentOperation);
    }

    private synchronized CallSite findOrAdd(
            ContextKind kind, String operation, @Nullable Class<?> taskClass, @Nullable String parentOperation) {
        for (CallSite site : sites) {
            if (site.matches(kind, operation, parentOperation)) {
                return site;
            }
        }
        if (sites.length == MAX_SITES_OF_CLASS) {
            return new CallSite(kind, operation, taskClass, OTHER);
        }
        CallSite added = new CallSite(kind, operation, taskClass, parentOperation);
        CallSite[] longer = Arrays.copyOf(sites, sites.length + 1);
        longer[sites.length] = added;
        sites = longer;
        list(added);
        return added;
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
    public String toString() {
        return taskClass.getName() + ": " + sites.length + " call sites";
    }
}
