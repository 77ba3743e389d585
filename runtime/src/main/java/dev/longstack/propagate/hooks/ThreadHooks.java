package dev.longstack.propagate.hooks;

import dev.longstack.events.ReleaseReason;
import dev.longstack.propagate.carriers.Tokens;
import dev.longstack.record.ContextToken;
import dev.longstack.record.Creations;
import dev.longstack.record.Faults;
import dev.longstack.record.HandOver;
import dev.longstack.record.Recorder;
import dev.longstack.record.Runs;
import dev.longstack.record.SchedulingCall;
import dev.longstack.record.ThreadState;
import org.jspecify.annotations.Nullable;

/** Called by the woven {@code Thread} and {@code VirtualThread}. */
public final class ThreadHooks {
    private ThreadHooks() {}

    /** A virtual thread was constructed for this executor to run: its task is not to be seen later. */
    public static void constructed(Thread thread, Object scheduler, @Nullable Object task) {
        ForkJoinHooks.leaveOut(scheduler);
        try {
            if (Recorder.on()) {
                ThreadState.made(thread, task);
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    /** A virtual thread is being started on the current one. */
    public static void startingVirtual(Thread thread) {
        try {
            if (!Recorder.on()) {
                return;
            }
            ThreadState state = ThreadState.current();
            Object task = ThreadState.taskOf(thread);
            if (task != null && bringsItsOwn(state, task)) {
                boolean ignored = ThreadState.handTo(thread, null);
                return;
            }
            ContextToken token = create(state, task == null ? thread : task, "Thread.startVirtualThread");
            if (!ThreadState.handTo(thread, token)) {
                Tokens.put(thread, token);
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    /** A platform thread is being started on the current one. */
    public static void starting(Thread thread, @Nullable Object target) {
        try {
            if (!Recorder.on()) {
                return;
            }
            ThreadState state = ThreadState.current();
            Object task = target != null ? target : thread;
            HandOver handOver = state.handOverOrNull();
            boolean worker = handOver != null && handOver.isStartingWorkers();
            if (!worker
                    && !isInnermost(thread)
                    && !bringsItsOwn(state, task)
                    && (isForOneTask(state) || !isOfTheJdk(task.getClass()))) {
                Tokens.put(thread, create(state, task, "Thread.start"));
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    /** Inside a call that makes a thread for each task the thread is the task; any other thread may live on. */
    private static ContextToken create(ThreadState state, Object task, String operation) {
        if (isForOneTask(state)) {
            return TaskHooks.create(state, task, operation);
        }
        SchedulingCall call = state.scheduling();
        Class<?> taskClass = TaskHooks.userClass(state, task);
        call.used();
        return Creations.createThread(state, operation, taskClass);
    }

    private static boolean isForOneTask(ThreadState state) {
        SchedulingCall call = state.schedulingOrNull();
        return call != null && call.hasThreadPerTask();
    }

    /** A task that brings its own context needs none for the thread that runs it. */
    private static boolean bringsItsOwn(ThreadState state, Object task) {
        SchedulingCall call = state.schedulingOrNull();
        Object scheduled = call == null ? null : call.task();
        return Tokens.ofItsOwn(task) != null || (scheduled != null && Tokens.ofItsOwn(scheduled) != null);
    }

    /** A pool starts a worker: whoever needed it first is not its parent. */
    public static void startingWorker() {
        try {
            if (Recorder.on()) {
                ThreadState.current().handOver().startingWorker(true);
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    /** The worker is started, or could not be. */
    public static void startedWorker() {
        try {
            ThreadState state = ThreadState.currentOrNull();
            if (state != null) {
                state.handOver().startingWorker(false);
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    /** Workers, timers, dispatchers and the like live on their own account, not on that of whoever needed them first. */
    static boolean isOfTheJdk(Class<?> type) {
        String module = type.getModule().getName();
        return module != null && (module.startsWith("java.") || module.startsWith("jdk."));
    }

    /** Threads that the JDK starts for itself, in the middle of whatever needs them first. */
    private static boolean isInnermost(Thread thread) {
        return thread.getClass().getName().startsWith("jdk.internal.");
    }

    /** The thread could not be started. */
    public static void notStarted(Thread thread) {
        try {
            ContextToken beside = Tokens.take(thread);
            ContextToken token = beside != null ? beside : ThreadState.takeFirst(thread);
            if (token != null) {
                Recorder.release(ThreadState.current(), token, ReleaseReason.REJECTED);
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    /** The current thread, started before, is about to run its task, or runs it through {@code super.run()}. */
    public static void begin(Thread thread) {
        try {
            ContextToken first = ThreadState.takeFirst(thread);
            ContextToken token = first != null ? first : Tokens.take(thread);
            if (token != null) {
                if (Recorder.on() && (first == null || token.recorded())) {
                    Runs.begin(ThreadState.current(), token, thread);
                }
                return;
            }
            ThreadState state = ThreadState.currentOrNull();
            boolean ignored = state != null && Runs.reenter(state, thread);
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    /** A virtual thread ended normally. */
    public static void endVirtual(Thread thread) {
        endVirtualFailed(thread, null);
    }

    /** A virtual thread ended: its state goes now, there may be a million of them. */
    public static void endVirtualFailed(Thread thread, @Nullable Throwable failure) {
        try {
            Recorder.threadEnds(thread, failure);
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }
}
