package dev.longstack.recordings.truth;

import java.util.concurrent.Phaser;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hands its work to a loop that waits for some, or starts another one with it; a loop without work for a while ends. */
final class Hirer implements AutoCloseable {
    private static final long IDLE_MILLIS = 30;

    private final SynchronousQueue<Consumer<Run>> queue = new SynchronousQueue<>();
    private final Phaser running = new Phaser(1);
    private final Worker.Place place;

    Hirer(Worker.Place place) {
        this.place = place;
    }

    /** What a loop is started with is its starter's, whatever it takes later. */
    void hand(Consumer<Run> work, Truth truth, Run creator) {
        if (!queue.offer(work)) {
            running.register();
            place.executor().execute(() -> run(work, truth, creator));
        }
    }

    private void run(Consumer<Run> first, Truth truth, Run creator) {
        Belonging starter = creator.belonging();
        Run run = truth.ran(
                place.operation(),
                creator,
                place.isThread() ? starter.ofThread(place.kind()) : starter.maybeUnknown(place.kind()));
        try {
            first.accept(place.isThread() ? run : run.belongingTo(starter));
            Run later = place.isThread()
                    ? run.ofThread(place.kind())
                    : run.belongingTo(starter).afterTake(place.kind());
            for (Consumer<Run> work = next(); work != null; work = next()) {
                work.accept(later);
            }
        } finally {
            running.arriveAndDeregister();
        }
    }

    private @Nullable Consumer<Run> next() {
        try {
            return queue.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All its loops have ended. */
    @Override
    public void close() {
        running.arriveAndAwaitAdvance();
    }
}
