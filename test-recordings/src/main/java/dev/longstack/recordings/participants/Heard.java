package dev.longstack.recordings.participants;

import dev.longstack.context.AsyncContext;
import dev.longstack.context.ContextKind;
import dev.longstack.context.ReleaseReason;
import dev.longstack.listen.ContextListener;
import dev.longstack.listen.Interest;
import dev.longstack.listen.Listeners;
import dev.longstack.listen.Registration;
import java.util.ArrayList;
import java.util.List;

/** A listener that remembers; any thread. */
final class Heard implements ContextListener, AutoCloseable {
    private final List<String> created = new ArrayList<>();
    private final List<String> released = new ArrayList<>();
    private final List<Long> resolved = new ArrayList<>();
    private final ThreadLocal<Long> current = ThreadLocal.withInitial(() -> 0L);
    private final Registration registration =
            Listeners.add(this, Interest.CREATED, Interest.CHANGED, Interest.RELEASED, Interest.RESOLVED);

    @Override
    public synchronized void created(AsyncContext context) {
        if (context.kind() != ContextKind.REQUEST) {
            created.add(String.valueOf(context.operation()));
        }
    }

    @Override
    public void changed(long contextId, long parentId) {
        current.set(contextId);
    }

    @Override
    public synchronized void released(AsyncContext context, ReleaseReason reason) {
        if (context.kind() != ContextKind.REQUEST) {
            released.add(String.valueOf(context.operation()));
        }
    }

    @Override
    public synchronized void resolved(long contextId) {
        resolved.add(contextId);
        notifyAll();
    }

    long currentOnThisThread() {
        return current.get();
    }

    synchronized void awaitResolved(long contextId) throws InterruptedException {
        long end = System.nanoTime() + 60_000_000_000L;
        while (!resolved.contains(contextId)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("context " + contextId + " is not resolved");
            }
            wait(100);
        }
    }

    synchronized List<String> created() {
        return created.stream().sorted().toList();
    }

    synchronized List<String> released() {
        return released.stream().sorted().toList();
    }

    synchronized long lastResolved() {
        return resolved.get(resolved.size() - 1);
    }

    @Override
    public void close() {
        registration.close();
    }
}
