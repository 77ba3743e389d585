package dev.longstack.record;

import java.lang.StackWalker.StackFrame;
import java.util.Set;

/** Who takes an element out of a queue: the application, or the JDK for itself. */
public final class Callers {
    private static final StackWalker WALKER = StackWalker.getInstance();
    private static final String OWN = Callers.class.getPackageName().replaceFirst("record$", "");
    /** What a call of the application goes through before it reaches the queue. */
    private static final Set<String> QUEUES = Set.of(
            "java.util.AbstractQueue",
            "java.util.ArrayDeque",
            "java.util.LinkedList",
            "java.util.PriorityQueue",
            "java.util.concurrent.ArrayBlockingQueue",
            "java.util.concurrent.ConcurrentLinkedDeque",
            "java.util.concurrent.ConcurrentLinkedQueue",
            "java.util.concurrent.DelayQueue",
            "java.util.concurrent.LinkedBlockingDeque",
            "java.util.concurrent.LinkedBlockingQueue",
            "java.util.concurrent.LinkedTransferQueue",
            "java.util.concurrent.PriorityBlockingQueue",
            "java.util.concurrent.SynchronousQueue");

    private static volatile Set<String> followed = Set.of();

    private Callers() {}

    /** Takes out of queues by these classes make nobody a worker: their elements belong to whoever takes them. */
    public static void follow(Set<String> classNames) {
        followed = classNames;
    }

    /** Whether the nearest caller that is neither the recorder nor a queue is the application. */
    static boolean isTheApplication() {
        return WALKER.walk(frames -> frames.map(StackFrame::getClassName)
                .filter(name -> !name.startsWith(OWN) && !QUEUES.contains(name))
                .findFirst()
                .map(name -> !isOfTheJdk(name) && !followed.contains(name))
                .orElse(false));
    }

    private static boolean isOfTheJdk(String className) {
        return className.startsWith("java.")
                || className.startsWith("jdk.")
                || className.startsWith("sun.")
                || className.startsWith("com.sun.");
    }
}
