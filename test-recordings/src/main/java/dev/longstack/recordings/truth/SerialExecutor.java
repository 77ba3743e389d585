package dev.longstack.recordings.truth;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The one of the documentation of {@link Executor}: each task takes the next one out of a queue when it is done. */
final class SerialExecutor {
    private static final String KIND = "serial";

    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final Executor executor;
    private @Nullable Runnable active;
    /** Who took the active task out of the queue, after that. */
    private Run taker = Run.NOWHERE;

    SerialExecutor(Executor executor) {
        this.executor = executor;
    }

    /**
     * Takes it out of the queue at once if it is the only one.
     *
     * @param afterTake the caller after that
     */
    synchronized void execute(Consumer<Run> work, Truth truth, Run afterTake) {
        tasks.add(() -> {
            Belonging starter = taker().belonging();
            Run run = truth.ran("ThreadPoolExecutor.execute", taker(), starter.maybeUnknown(KIND));
            try {
                work.accept(run.belongingTo(starter));
            } finally {
                scheduleNext(run.afterTake(KIND));
            }
        });
        if (active == null) {
            scheduleNext(afterTake);
        }
    }

    private synchronized Run taker() {
        return taker;
    }

    private synchronized void scheduleNext(Run afterTake) {
        active = tasks.poll();
        if (active != null) {
            taker = afterTake;
            executor.execute(active);
        }
    }
}
