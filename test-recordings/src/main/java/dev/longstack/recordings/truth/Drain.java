package dev.longstack.recordings.truth;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Work that all programs put in a queue; whoever finds that nobody empties it does so, or has it emptied. */
final class Drain {
    private static final String KIND = "drain";

    private final ConcurrentLinkedQueue<Consumer<Run>> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger workInProgress = new AtomicInteger();
    private final Worker.@Nullable Place place;

    /** Without a place, whoever adds to it empties it. */
    Drain(Worker.@Nullable Place place) {
        this.place = place;
    }

    void add(Consumer<Run> work, Truth truth, Run here) {
        queue.add(work);
        if (workInProgress.getAndIncrement() != 0) {
            return;
        }
        if (place == null) {
            empty(here.afterTake(KIND));
            return;
        }
        truth.expect();
        place.executor().execute(() -> {
            Run run = truth.ran(place.operation(), here, here.belonging().maybeUnknown(KIND));
            empty(run.belongingTo(here.belonging()).afterTake(KIND));
            truth.done();
        });
    }

    private void empty(Run here) {
        int missed = 1;
        while (missed != 0) {
            for (Consumer<Run> work = queue.poll(); work != null; work = queue.poll()) {
                work.accept(here);
            }
            missed = workInProgress.addAndGet(-missed);
        }
    }
}
