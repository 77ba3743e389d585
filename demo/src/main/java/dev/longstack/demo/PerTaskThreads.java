package dev.longstack.demo;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/** A virtual thread for each task where the JDK has them, else a cached pool. */
final class PerTaskThreads {
    private PerTaskThreads() {}

    static ExecutorService executor(ThreadFactory without) {
        try {
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (ReflectiveOperationException e) {
            return Executors.newCachedThreadPool(without);
        }
    }
}
