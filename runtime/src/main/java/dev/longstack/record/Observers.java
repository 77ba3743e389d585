package dev.longstack.record;

/**
 * Whether anything but a recording wants contexts: a listener, an interceptor, a value that children inherit. A plain field
 * on purpose: it is read at each hop, and a thread that sees it a moment late only misses what is created in that moment.
 */
public final class Observers {
    private static int count = byTheSettings();
    private static boolean present = count > 0;
    private static boolean values;

    private Observers() {}

    private static int byTheSettings() {
        return Boolean.getBoolean("longstack.stopAfterEnd") || Boolean.getBoolean("longstack.exceptions") ? 1 : 0;
    }

    /** Whether contexts are made although nothing is recorded. */
    static boolean present() {
        return present;
    }

    /** Values are inherited from now on: contexts are made to hand them on, and nobody can tell when that ends. */
    public static synchronized void valuesAreUsed() {
        if (!values) {
            values = true;
            added();
        }
    }

    /** One more. */
    public static synchronized void added() {
        count++;
        present = true;
    }

    /** One less. */
    public static synchronized void removed() {
        count--;
        present = count > 0;
    }
}
