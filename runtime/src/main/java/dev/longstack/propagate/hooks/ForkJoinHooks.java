package dev.longstack.propagate.hooks;

import dev.longstack.propagate.carriers.TaskWrapper;
import dev.longstack.propagate.carriers.Tokens;
import dev.longstack.record.ContextToken;
import dev.longstack.record.Creations;
import dev.longstack.record.Faults;
import dev.longstack.record.Recorder;
import dev.longstack.record.ThreadState;
import java.util.concurrent.CompletableFuture.AsynchronousCompletionTask;
import java.util.concurrent.Delayed;
import java.util.concurrent.ForkJoinPool;
import org.jspecify.annotations.Nullable;

/**
 * Called by the woven ForkJoinPool and ForkJoinTask. The pool that virtual threads run on is left out: it gets a task at each
 * unpark.
 */
public final class ForkJoinHooks {
    private static volatile @Nullable Object virtualScheduler;

    private ForkJoinHooks() {}

    /** Virtual threads run on this executor. */
    static void leaveOut(Object executor) {
        if (virtualScheduler != executor && executor instanceof ForkJoinPool) {
            virtualScheduler = executor;
        }
    }

    /** A call such as {@code execute} of a pool begins. */
    public static void scheduling(Object pool, String operation, @Nullable Object task) {
        if (pool != virtualScheduler) {
            TaskHooks.scheduling(operation, task);
        }
    }

    /** The call ended, in whichever way. */
    public static void scheduled(Object pool) {
        if (pool != virtualScheduler) {
            TaskHooks.scheduled();
        }
    }

    /** A pool takes a task. */
    public static void submitting(Object pool, @Nullable Object task) {
        if (pool != virtualScheduler && task != null) {
            forking(task, "ForkJoinPool.submit");
        }
    }

    /** A task forks itself. */
    public static void forking(Object task) {
        forking(task, "ForkJoinTask.fork");
    }

    private static void forking(Object task, String operation) {
        try {
            if (!Recorder.on() || task instanceof AsynchronousCompletionTask) {
                return;
            }
            if (insideBringsItsOwn(task)) {
                return;
            }
            Object user = TaskWrapper.userTask(task);
            ThreadState state = ThreadState.current();
            String name = TaskHooks.name(state, operation);
            Class<?> taskClass = TaskHooks.userClass(state, user);
            state.scheduling().used();
            Tokens.put(task, Creations.createFork(state, name, taskClass));
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    private static boolean insideBringsItsOwn(Object task) {
        Object inside = TaskWrapper.inside(task);
        while (inside != null) {
            ContextToken own = Tokens.ofItsOwn(inside);
            if (own != null) {
                Creations.announce(ThreadState.current(), own);
                return true;
            }
            inside = TaskWrapper.inside(inside);
        }
        return false;
    }

    /** A pool takes a task for later. Immediate ones only hand something on, on the thread that waits. */
    public static void delaying(Object pool, @Nullable Object task, long period, boolean immediate) {
        if (!immediate && pool != virtualScheduler && task != null) {
            ScheduleHooks.created(task, TaskWrapper.userTask(task), period);
        }
    }

    /** The task is about to run; an asynchronous one of CompletableFuture begins by itself. */
    public static void begin(Object task) {
        if (task instanceof Delayed) {
            ScheduleHooks.begin(task);
        } else if (!(task instanceof AsynchronousCompletionTask)) {
            TaskHooks.begin(task);
        }
    }

    /** The task ran; a periodic one will again. */
    public static void end(Object task) {
        ContextToken scheduled = task instanceof Delayed ? Tokens.ofItsOwn(task) : null;
        if (scheduled != null && scheduled.runsAgain()) {
            ScheduleHooks.ended(task);
        } else if (!(task instanceof AsynchronousCompletionTask)) {
            TaskHooks.end(task);
        }
    }

    /** An exception left the task. */
    public static void endFailed(Object task, Throwable failure) {
        if (!(task instanceof AsynchronousCompletionTask)) {
            ScheduleHooks.endedFailed(task, failure);
        }
    }
}
