package dev.longstack.propagate;

import dev.longstack.events.ReleaseReason;
import dev.longstack.record.ContextToken;
import dev.longstack.record.Recorder;
import dev.longstack.record.ThreadState;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
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
        waiting.compute(new WeakKey(task, collected), (key, before) -> {
            Waiting queue = before == null ? new Waiting() : before;
            queue.add(token);
            return queue;
        });
    }

    /** Takes the oldest token of the object away; null for none. */
    @Nullable
    ContextToken take(Object task) {
        if (waiting.isEmpty()) {
            return null;
        }
        ContextToken[] taken = new ContextToken[1];
        waiting.computeIfPresent(new StrongKey(task), (key, queue) -> {
            taken[0] = queue.take();
            return queue.isEmpty() ? null : queue;
        });
        return taken[0];
    }

    /** The oldest token of the object, which stays; null for none. */
    @Nullable
    ContextToken oldest(Object task) {
        if (waiting.isEmpty()) {
            return null;
        }
        ContextToken[] oldest = new ContextToken[1];
        waiting.computeIfPresent(new StrongKey(task), (key, queue) -> {
            oldest[0] = queue.oldest();
            return queue;
        });
        return oldest[0];
    }

    long size() {
        return waiting.size();
    }

    private void releaseCollected() {
        Reference<?> key = collected.poll();
        while (key != null) {
            Waiting queue = waiting.remove(key);
            while (queue != null && !queue.isEmpty()) {
                Recorder.release(ThreadState.current(), queue.take(), ReleaseReason.COLLECTED);
            }
            key = collected.poll();
        }
    }

    /** The tokens of one object; touched only while the map holds its entry. */
    private static final class Waiting {
        private final ArrayDeque<ContextToken> tokens = new ArrayDeque<>(2);
        private boolean severalParents;

        void add(ContextToken token) {
            ContextToken last = tokens.peekLast();
            severalParents |= last != null && !last.parent().equals(token.parent());
            tokens.add(token);
        }

        ContextToken take() {
            ContextToken token = tokens.remove();
            if (severalParents) {
                token.markAmbiguous();
            }
            return token;
        }

        ContextToken oldest() {
            return tokens.element();
        }

        boolean isEmpty() {
            return tokens.isEmpty();
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
