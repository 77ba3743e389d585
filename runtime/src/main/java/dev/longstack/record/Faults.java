package dev.longstack.record;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Takes what goes wrong inside the recorder: it is counted, told once on stderr, and never reaches the application. */
public final class Faults {
    private static final AtomicLong COUNT = new AtomicLong();

    private static volatile @Nullable String failedClasses;

    private Faults() {}

    /** Never throws, not even for want of memory. */
    public static void swallow(Throwable fault) {
        swallow(fault, "a fault of the recorder was swallowed, the application is not affected: ");
    }

    private static void swallow(Throwable fault, String told) {
        try {
            if (COUNT.incrementAndGet() == 1) {
                System.err.println("[longstack] " + told + fault
                        + "; further ones are only counted in longstack.RuntimeStatistics");
            }
        } catch (Throwable ignored) {
            // nothing is left that could be done about it
        }
    }

    /** A listener of the application threw: only counted, and the first one told. */
    static void ofListener(Throwable thrown) {
        swallow(thrown, "a listener threw, the application is not affected: ");
    }

    /** A context manager of the application threw: only counted, and the first one told. */
    public static void ofManager(Throwable thrown) {
        swallow(thrown, "a context manager threw, the application is not affected: ");
    }

    /** A listener has thrown too often. */
    static void listenerDetached(Throwable last) {
        System.err.println(
                "[longstack] a listener has thrown too often and is told nothing more; the last time: " + last);
    }

    /** A class could not be woven and stays as it was. */
    public static synchronized void weavingFailed(String className) {
        String before = failedClasses;
        failedClasses = before == null ? className : before + " " + className;
    }

    static long count() {
        return COUNT.get();
    }

    /** Names of classes, separated by blanks; null for none. */
    static @Nullable String failedClasses() {
        return failedClasses;
    }
}
