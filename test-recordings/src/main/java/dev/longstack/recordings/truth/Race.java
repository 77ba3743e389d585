package dev.longstack.recordings.truth;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Two suppliers that watch each other, so that one of them knows to be the later one where that can be known at all. */
final class Race {
    final CountDownLatch registered = new CountDownLatch(1);
    final Runner left = new Runner();
    final Runner right = new Runner();
    private final boolean strict;

    /** Strict: the right one waits until the left one has returned. */
    Race(boolean strict) {
        this.strict = strict;
    }

    final class Runner {
        volatile CompletableFuture<Integer> future = new CompletableFuture<>();
        volatile Run run = Run.NOWHERE;
        /** Whether its task has returned, so that all that followed from its completion has happened. */
        volatile boolean returned;

        private volatile boolean began;
        private volatile boolean otherHadReturned;
        private volatile boolean otherWasDone;

        private Runner other() {
            return this == left ? right : left;
        }

        void begin(Run here, long delayMicros) {
            run = here;
            awaitRegistration();
            while (strict && this == right && !left.returned) {
                LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(50));
            }
            began = true;
            otherHadReturned = other().returned;
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(delayMicros));
        }

        /** The last thing before the future is completed. */
        void end() {
            otherWasDone = other().future.isDone();
        }
    }

    private void awaitRegistration() {
        try {
            registered.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Who completed its future later: asked for when both are complete. */
    Trigger last() {
        if (left.otherHadReturned || right.otherHadReturned) {
            return Trigger.of(left.otherHadReturned ? left.run : right.run);
        }
        if (left.otherWasDone || right.otherWasDone) {
            return Trigger.of(left.otherWasDone ? left.run : right.run).orUnknown();
        }
        return either();
    }

    /** Who completed its future first: asked for when one of them is complete. */
    Trigger first() {
        if (!right.began || right.otherHadReturned) {
            return Trigger.of(left.run);
        }
        if (!left.began || left.otherHadReturned) {
            return Trigger.of(right.run);
        }
        return either();
    }

    private Trigger either() {
        return new Trigger(List.of(left.run, right.run), true);
    }
}
