package dev.longstack.recordings.truth;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A loop that the first program that needs it starts, and all programs then feed. */
final class Worker implements AutoCloseable {
    private final Handover handover;
    private final Place place;
    private final Fed fed;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Parcel.Task last = new Parcel.Task(run -> {}, () -> Run.NOWHERE, System.nanoTime());
    private boolean started;
    private volatile Run here = Run.NOWHERE;

    Worker(Handover handover, Place place, Fed fed) {
        this.handover = handover;
        this.place = place;
        this.fed = fed;
    }

    /** Where the loop runs: in a thread of its own, or as the task of a pool. */
    record Place(String operation, Executor executor, boolean isThread) {
        String kind() {
            return isThread ? "worker" : "loop";
        }
    }

    /** What its queue can hold. */
    enum Fed {
        ANYTHING,
        /** The queue sorts what it holds. */
        PARCELS,
        /** The queue sorts what it holds, and what is no task is not seen in it. */
        PARCELS_THAT_ARE_TASKS,
        TASKS
    }

    /**
     * Starts it if need be.
     *
     * @param first what the loop does before it takes anything
     */
    synchronized void startOnce(Truth truth, Run creator, Consumer<Run> first) {
        if (!started) {
            started = true;
            place.executor.execute(() -> run(truth, creator, first));
        }
    }

    /** Work that is done in the loop's own run: as a task, or as an object that nobody knows to be one. */
    void hand(Consumer<Run> work, boolean asTask) {
        long due = System.nanoTime() + TimeUnit.MICROSECONDS.toNanos(200);
        boolean task = asTask || fed == Fed.TASKS || fed == Fed.PARCELS_THAT_ARE_TASKS;
        put(task ? new Parcel.Task(work, () -> here, due) : new Parcel.Plain(work, due));
    }

    /** A task that brings its own context. */
    void hand(Runnable task) {
        if (fed == Fed.ANYTHING || fed == Fed.TASKS) {
            put(task);
        } else {
            hand(run -> task.run(), true);
        }
    }

    private void put(Object element) {
        try {
            handover.put(element);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void run(Truth truth, Run creator, Consumer<Run> first) {
        Belonging starter = creator.belonging();
        Run run = truth.ran(
                place.operation,
                creator,
                place.isThread ? starter.ofThread(place.kind()) : starter.ofQueue(place.kind()));
        first.accept(place.isThread ? run : run.belongingTo(starter));
        here = place.isThread
                ? run.ofThread(place.kind())
                : run.belongingTo(starter).afterTake(place.kind());
        try {
            loop();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            ended.countDown();
        }
    }

    private void loop() throws InterruptedException {
        for (Object element = handover.take(); element != last; element = handover.take()) {
            if (element instanceof Parcel.Plain plain) {
                plain.work().accept(here);
            } else {
                ((Runnable) element).run();
            }
        }
    }

    /** All that it was fed with is done. */
    @Override
    public synchronized void close() {
        if (!started) {
            return;
        }
        put(last);
        try {
            if (!ended.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("does not end: " + place.operation);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
