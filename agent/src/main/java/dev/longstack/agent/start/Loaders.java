package dev.longstack.agent.start;

import dev.longstack.propagate.hooks.TaskHooks;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/** What is known of class loaders, as long as they live; any thread. The JDK's own are known by null. */
final class Loaders {
    private final Map<@Nullable ClassLoader, Set<String>> wovenAtLoad = new WeakHashMap<>();
    private final Map<ClassLoader, Boolean> seesBootPart = new WeakHashMap<>();

    /** The class, about to be loaded, was woven or it was not: the JVM will hand it to us in the same way again. */
    synchronized void loads(@Nullable ClassLoader loader, String className, boolean woven) {
        Set<String> classNames = wovenAtLoad.computeIfAbsent(loader, unknown -> new HashSet<>());
        boolean ignored = woven ? classNames.add(className) : classNames.remove(className);
    }

    /** Whether a loaded class has got the members that it gets at load. */
    synchronized boolean wasWovenAtLoad(@Nullable ClassLoader loader, String className) {
        return wovenAtLoad.getOrDefault(loader, Set.of()).contains(className);
    }

    /** A loader that hides the boot path's packages would make woven code fail where it runs. */
    boolean seesBootPart(@Nullable ClassLoader loader) {
        if (loader == null) {
            return true;
        }
        synchronized (this) {
            Boolean known = seesBootPart.get(loader);
            if (known != null) {
                return known;
            }
        }
        boolean found = findsBootPart(loader);
        synchronized (this) {
            seesBootPart.put(loader, found);
        }
        return found;
    }

    private static boolean findsBootPart(ClassLoader loader) {
        try {
            return loader.loadClass(TaskHooks.class.getName()) == TaskHooks.class;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
