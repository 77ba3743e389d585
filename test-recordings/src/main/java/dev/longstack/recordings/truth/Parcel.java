package dev.longstack.recordings.truth;

import java.util.Comparator;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Work in a queue, fit for all queues: done in the run that takes it out. */
sealed interface Parcel extends Delayed {
    long dueNanos();

    @Override
    default long getDelay(TimeUnit unit) {
        return unit.convert(dueNanos() - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    @Override
    default int compareTo(Delayed other) {
        return Comparator.<Delayed>comparingLong(each -> each.getDelay(TimeUnit.NANOSECONDS))
                .compare(this, other);
    }

    /** An object of the program's own. */
    record Plain(Consumer<Run> work, long dueNanos) implements Parcel {}

    /** A task, which is run and nothing else. */
    record Task(Consumer<Run> work, Supplier<Run> here, long dueNanos) implements Parcel, Runnable {
        @Override
        public void run() {
            work.accept(here.get());
        }
    }
}
