package dev.longstack.recordings.truth;

import dev.longstack.recordings.VirtualThreads;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;

/** A way to start a thread that is nobody's but its starter's. */
record ThreadStart(String operation, Function<Runnable, Thread> start) {
    private static final String PLATFORM = "Thread.start";
    private static final String VIRTUAL = "Thread.startVirtualThread";

    /** Those of this JDK. */
    static List<ThreadStart> all() {
        List<ThreadStart> all = new ArrayList<>(List.of(
                platform(),
                new ThreadStart(PLATFORM, task -> started(subclass(task))),
                ofFactory(PLATFORM, Executors.defaultThreadFactory())));
        if (VirtualThreads.areThere()) {
            all.add(virtual());
            all.add(new ThreadStart(VIRTUAL, task -> built("ofVirtual", "start", task)));
            all.add(new ThreadStart(PLATFORM, task -> built("ofPlatform", "start", task)));
            all.add(ofFactory(VIRTUAL, task -> built("ofVirtual", "unstarted", task)));
        }
        return List.copyOf(all);
    }

    static ThreadStart platform() {
        return new ThreadStart(PLATFORM, task -> started(new Thread(task)));
    }

    /** A platform thread where there are no others. */
    static ThreadStart virtual() {
        return VirtualThreads.areThere() ? new ThreadStart(VIRTUAL, ThreadStart::startVirtual) : platform();
    }

    private static Thread started(Thread thread) {
        thread.start();
        return thread;
    }

    private static Thread subclass(Runnable task) {
        return new Thread() {
            @Override
            public void run() {
                task.run();
            }
        };
    }

    private static ThreadStart ofFactory(String operation, ThreadFactory factory) {
        return new ThreadStart(operation, task -> started(factory.newThread(task)));
    }

    /** By name: the JDK that compiles this has no virtual threads, and no builders of any. */
    private static Thread startVirtual(Runnable task) {
        try {
            return (Thread)
                    Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, task);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Thread built(String kind, String method, Runnable task) {
        try {
            Object builder = Thread.class.getMethod(kind).invoke(null);
            return (Thread) Class.forName("java.lang.Thread$Builder")
                    .getMethod(method, Runnable.class)
                    .invoke(builder, task);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
