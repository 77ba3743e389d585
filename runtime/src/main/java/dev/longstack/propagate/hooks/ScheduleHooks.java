package dev.longstack.propagate.hooks;

import dev.longstack.events.ContextKind;
import dev.longstack.events.ReleaseReason;
import dev.longstack.propagate.carriers.TaskWrapper;
import dev.longstack.propagate.carriers.Tokens;
import dev.longstack.record.Arguments;
import dev.longstack.record.ContextToken;
import dev.longstack.record.Faults;
import dev.longstack.record.Recorder;
import dev.longstack.record.Runs;
import dev.longstack.record.ThreadState;
import java.util.Map;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Called by woven executors and timers that run work later, once or periodically.
 *
 * <p>The JDK's own work is left out: timeouts of futures, unparks of virtual threads. It is created by the thousand, often while
 * a virtual thread parks, and what it completes is linked by itself.
 */
public final class ScheduleHooks {
    private ScheduleHooks() {}

    /** A call such as {@code schedule} begins. */
    public static void scheduling(String operation, @Nullable Object task) {
        if (task != null && isOfTheUser(task)) {
            TaskHooks.scheduling(operation, task);
        }
    }

    /** The call ended, in whichever way. */
    public static void scheduled(@Nullable Object task) {
        if (task != null && isOfTheUser(task)) {
            TaskHooks.scheduled();
        }
    }

    /** A future of ScheduledThreadPoolExecutor was constructed; its period is 0 for none. */
    public static void created(Object future, @Nullable Object task, long period) {
        try {
            if (task != null && Recorder.on() && isOfTheUser(task)) {
                ThreadState state = ThreadState.current();
                ContextToken inside = TaskHooks.ofThisRun(state, task);
                ContextToken token = inside == null ? create(state, future, task, period) : inside.relay();
                Tokens.put(future, token);
                due(token, future);
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    private static ContextToken create(ThreadState state, Object future, Object task, long period) {
        if (Arguments.wanted()) {
            state.handOver().arguments(arguments(future, period));
        }
        return TaskHooks.create(state, kind(period), task, "ScheduledExecutorService.schedule");
    }

    /** What was asked of the executor; a period below 0 is a delay between runs. */
    private static Map<String, ?> arguments(Object future, long period) {
        long delay = future instanceof Delayed delayed ? delayed.getDelay(TimeUnit.MILLISECONDS) : 0;
        return period == 0
                ? Map.of("delayMillis", delay)
                : Map.of("delayMillis", delay, "periodMillis", TimeUnit.NANOSECONDS.toMillis(period));
    }

    private static ContextKind kind(long period) {
        return period == 0 ? ContextKind.TASK : ContextKind.PERIODIC;
    }

    /** The JDK's classes are left out, but for those that hold a user's task. */
    private static boolean isOfTheUser(Object task) {
        return !ThreadHooks.isOfTheJdk(TaskWrapper.userTask(task).getClass());
    }

    /** The future is about to run, for the first time or once more. */
    public static void running(Object future) {
        try {
            ContextToken token = Tokens.ofItsOwn(future);
            if (token != null) {
                due(token, future);
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    private static void due(ContextToken token, Object future) {
        if (future instanceof Delayed delayed) {
            Recorder.dueAt(token.target(), System.nanoTime() + delayed.getDelay(TimeUnit.NANOSECONDS));
        }
    }

    /** One of several runs of the future begins. */
    public static void begin(Object future) {
        try {
            ContextToken token = Tokens.ofItsOwn(future);
            if (token != null && !token.isRelay() && Recorder.on()) {
                Runs.begin(ThreadState.current(), token, future);
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    /** One of several runs of the future ended. */
    public static void ended(Object future) {
        try {
            ThreadState state = ThreadState.currentOrNull();
            if (state != null) {
                Runs.endOne(state, future);
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    /** A run of the future failed: there will be no other. */
    public static void endedFailed(Object future, Throwable failure) {
        try {
            ContextToken token = Tokens.ofItsOwn(future);
            TaskHooks.endFailed(future, failure);
            TaskHooks.release(token, ReleaseReason.FAILED);
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    /** What a delayed executor keeps back is now handed to the executor proper. */
    public static void handingOver(Object relay, @Nullable Object task) {
        try {
            if (!Recorder.on()) {
                return;
            }
            ContextToken own = task == null ? null : Tokens.ofItsOwn(task);
            ContextToken delayed = own != null ? own : Tokens.ofItsOwn(relay);
            if (delayed != null) {
                Recorder.due(delayed, ThreadState.current().contextId());
            }
            if (own == null) {
                TaskHooks.begin(relay);
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    /** A delayed executor was given a task; one that brings its own context needs none for the delay. */
    public static void keptBack(Object relay, @Nullable Object task) {
        if (task != null && Recorder.on() && Tokens.ofItsOwn(task) == null) {
            TaskHooks.taskCreated(relay, task, "CompletableFuture.delayedExecutor");
        }
    }

    /** Timer takes a task, due at this time of {@link System#currentTimeMillis()}. */
    public static void timed(Object task, long dueMillis, long period) {
        try {
            if (Recorder.on() && isOfTheUser(task)) {
                ContextToken token = TaskHooks.create(ThreadState.current(), kind(period), task, "Timer.schedule");
                Recorder.dueAt(token, nanos(dueMillis));
                Tokens.put(task, token);
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    private static long nanos(long millis) {
        return System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis - System.currentTimeMillis());
    }

    /** Timer's thread, which the owner stands for, is about to run a task; a periodic one is set for its next run already. */
    public static void timing(Object owner, Object task, long nextMillis, long period) {
        try {
            ContextToken token = period == 0 ? Tokens.take(task) : Tokens.beside(task);
            if (token == null || !Recorder.on()) {
                return;
            }
            // milliseconds are coarse: it is due now at the latest
            long due = nanos(period == 0 ? nextMillis : nextMillis - Math.abs(period));
            Recorder.dueAt(token, Math.min(due, System.nanoTime()));
            Runs.begin(ThreadState.current(), token, owner);
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    /** Timer is cancelled: what waits in it will not run. */
    public static void cleared(Object[] tasks) {
        for (Object task : tasks) {
            if (task != null) {
                TaskHooks.cancelled(true, task);
            }
        }
    }
}
