package dev.longstack.propagate;

import dev.longstack.events.ReleaseReason;
import dev.longstack.record.ContextToken;
import dev.longstack.record.Recorder;
import dev.longstack.record.ThreadState;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Tokens of objects that can't carry one themselves, by identity, weakly, first in first out for an object that is there more
 * than once. Any thread.
 *
 * <p>An object that waits under several parents at a time makes all its tokens ambiguous: the table can't tell which of them
 * left the queue, and a guess would show one request's work under another.
 */
final class SideTable {
    private final ConcurrentHashMap<Object, Waiting> waiting = new ConcurrentHashMap<>();
    private final ReferenceQueue<Object> collected = new ReferenceQueue<>();

    void put(Object task, ContextToken token) {
        releaseCollected();
        waiting.merge(new WeakKey(task, collected), new Waiting(token, null), (before, added) -> before.with(token));
    }

    /** Takes the oldest token of the object away; null for none. */
    @Nullable
    ContextToken take(Object task) {
        if (waiting.isEmpty()) {
            return null;
        }
        ContextToken[] taken = new ContextToken[1];
        waiting.computeIfPresent(new StrongKey(task), (key, oldest) -> {
            oldest.markIfAmbiguous();
            taken[0] = oldest.token;
            return oldest.next;
        });
        return taken[0];
    }

    /** The oldest token of the object, which stays; null for none. */
    @Nullable
    ContextToken oldest(Object task) {
        Waiting oldest = waiting.isEmpty() ? null : waiting.get(new StrongKey(task));
        return oldest == null ? null : oldest.token;
    }

    long size() {
        return waiting.size();
    }

    private void releaseCollected() {
        Reference<?> key = collected.poll();
        while (key != null) {
            Waiting oldest = waiting.remove(key);
            for (Waiting each = oldest; each != null; each = each.next) {
                Recorder.release(ThreadState.current(), each.token, ReleaseReason.COLLECTED);
            }
            key = collected.poll();
        }
    }

    /** A chain of tokens of one object, oldest first; immutable. */
    private record Waiting(ContextToken token, @Nullable Waiting next) {
        Waiting with(ContextToken newest) {
            return new Waiting(token, next == null ? new Waiting(newest, null) : next.with(newest));
        }

        void markIfAmbiguous() {
            boolean same = true;
            for (Waiting each = next; each != null; each = each.next) {
                same &= each.token.parent().equals(token.parent());
            }
            for (Waiting each = this; each != null && !same; each = each.next) {
                each.token.markAmbiguous();
            }
        }
    }

    private static final class WeakKey extends WeakReference<Object> {
        private final int hash;

        WeakKey(Object task, ReferenceQueue<Object> collected) {
            super(task, collected);
            this.hash = System.identityHashCode(task);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            if (this == other) {
                return true;
            }
            Object task = get();
            if (task == null) {
                return false;
            }
            return other instanceof WeakKey weak
                    ? weak.get() == task
                    : other instanceof StrongKey strong && strong.task == task;
        }
    }

    /** For looking up: equal to the weak key of the same object. */
    private static final class StrongKey {
        private final Object task;

        StrongKey(Object task) {
            this.task = task;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(task);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof WeakKey weak ? weak.get() == task : this == other;
        }
    }
}
