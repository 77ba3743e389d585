package dev.longstack.context;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The strict mode, by the setting {@code longstack.strict}: a scope that is closed twice, on another thread or never is told on
 * stderr with the stack of who opened it. It never throws; what is never closed is told once it is collected.
 */
final class ScopeCheck extends WeakReference<OpenScope> {
    static final boolean STRICT = Boolean.getBoolean("longstack.strict");

    private static final Set<ScopeCheck> OPEN = ConcurrentHashMap.newKeySet();
    private static final ReferenceQueue<OpenScope> COLLECTED = new ReferenceQueue<>();

    private final Thread thread = Thread.currentThread();
    private final Throwable opener = new Throwable("opened here, on thread '" + thread.getName() + "'");
    private boolean closed;

    private ScopeCheck(OpenScope scope) {
        super(scope, COLLECTED);
    }

    static ScopeCheck opened(OpenScope scope) {
        tellNeverClosed();
        ScopeCheck check = new ScopeCheck(scope);
        OPEN.add(check);
        return check;
    }

    /** Whether this close is the one that ends the run. */
    boolean closes() {
        tellNeverClosed();
        if (Thread.currentThread() != thread) {
            tell("a scope was closed on thread '" + Thread.currentThread().getName() + "', which has not opened it");
            return false;
        }
        if (closed) {
            tell("a scope was closed twice");
            return false;
        }
        closed = true;
        OPEN.remove(this);
        return true;
    }

    private static void tellNeverClosed() {
        for (Object each = COLLECTED.poll(); each != null; each = COLLECTED.poll()) {
            ScopeCheck check = (ScopeCheck) each;
            if (OPEN.remove(check)) {
                check.tell("a scope was never closed");
            }
        }
    }

    private void tell(String what) {
        StringBuilder text =
                new StringBuilder("[longstack] ").append(what).append("; ").append(opener.getMessage());
        for (StackTraceElement frame : opener.getStackTrace()) {
            if (!frame.getClassName().startsWith("dev.longstack.context.")) {
                text.append("\n    at ").append(frame);
            }
        }
        System.err.println(text);
    }
}
