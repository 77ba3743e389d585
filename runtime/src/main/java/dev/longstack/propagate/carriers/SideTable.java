package dev.longstack.propagate.carriers;

import dev.longstack.events.ReleaseReason;
import dev.longstack.record.ContextToken;
import dev.longstack.record.IdentityKey;
import dev.longstack.record.Recorder;
import dev.longstack.record.ThreadState;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
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
        waiting.compute(new IdentityKey(task, collected), (key, before) -> {
            if (before == null) {
                return new Waiting(token);
            }
            before.add(token);
            return before;
        });
    }

    /** Takes the oldest token of the object away; null for none. */
    @Nullable
    ContextToken take(Object task) {
        if (waiting.isEmpty()) {
            return null;
        }
        ContextToken[] taken = new ContextToken[1];
        waiting.computeIfPresent(new IdentityKey.Lookup(task), (key, queue) -> {
            taken[0] = queue.taken();
            return queue.removeOldest() ? queue : null;
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
        waiting.computeIfPresent(new IdentityKey.Lookup(task), (key, queue) -> {
            oldest[0] = queue.oldest;
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
            while (queue != null) {
                Recorder.release(ThreadState.current(), queue.oldest, ReleaseReason.COLLECTED);
                queue = queue.removeOldest() ? queue : null;
            }
            key = collected.poll();
        }
    }

    /** The tokens of one object; touched only while the map holds its entry. */
    private static final class Waiting {
        private ContextToken oldest;
        private @Nullable ArrayDeque<ContextToken> others;
        private boolean severalParents;

        Waiting(ContextToken first) {
            oldest = first;
        }

        void add(ContextToken token) {
            severalParents |= !oldest.parent().isSameRun(token.parent());
            if (others == null) {
                others = new ArrayDeque<>();
            }
            others.add(token);
        }

        /** The oldest, to be taken away. */
        ContextToken taken() {
            if (severalParents) {
                oldest.markAmbiguous();
            }
            return oldest;
        }

        /** Takes the oldest one away; true if there is another. */
        boolean removeOldest() {
            ContextToken next = others == null ? null : others.poll();
            if (next == null) {
                return false;
            }
            oldest = next;
            return true;
        }
    }
}
