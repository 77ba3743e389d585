package dev.longstack.propagate;

import dev.longstack.events.ContextKind;
import dev.longstack.events.ReleaseReason;
import dev.longstack.record.ContextToken;
import dev.longstack.record.Faults;
import dev.longstack.record.Recorder;
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
                ThreadState state = ThreadState.current();
                state.constructedThread = thread;
                state.constructedTask = task;
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
            Object task = state.constructedThread == thread ? state.constructedTask : null;
            state.constructedThread = null;
            state.constructedTask = null;
            if (task == null || !bringsItsOwn(state, task)) {
                ContextToken token = create(state, thread, task, "Thread.startVirtualThread");
                if (!ThreadState.handOver(thread, token)) {
                    Tokens.put(thread, token);
                }
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
            boolean forTask = state.scheduling().operation() != null;
            if (state.startingWorkers == 0 && !bringsItsOwn(state, task) && (forTask || !isOfTheJdk(task.getClass()))) {
                Tokens.put(thread, create(state, thread, task, "Thread.start"));
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    private static ContextToken create(ThreadState state, Thread thread, @Nullable Object task, String operation) {
        Object user = task == null ? thread : task;
        return TaskHooks.create(state, ContextKind.THREAD, user, operation);
    }

    /** A task that brings its own context needs none for the thread that runs it. */
    private static boolean bringsItsOwn(ThreadState state, Object task) {
        Object scheduled = state.scheduling().task();
        return Tokens.ofItsOwn(task) != null || (scheduled != null && Tokens.ofItsOwn(scheduled) != null);
    }

    /** A pool starts a worker: whoever needed it first is not its parent. */
    public static void startingWorker() {
        try {
            if (Recorder.on()) {
                ThreadState.current().startingWorkers++;
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
                state.startingWorkers = Math.max(0, state.startingWorkers - 1);
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

    /** The thread could not be started. */
    public static void notStarted(Thread thread) {
        try {
            ContextToken beside = Tokens.take(thread);
            ContextToken token = beside != null ? beside : ThreadState.takeBack(thread);
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
            ThreadState state = ThreadState.currentOrNull();
            ContextToken first = state == null ? null : state.takeFirstToken();
            ContextToken token = first != null ? first : Tokens.take(thread);
            if (token != null && Recorder.on()) {
                Recorder.begin(ThreadState.current(), token, thread);
            } else if (state != null) {
                Recorder.reenter(state, thread);
            }
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
            ThreadState state = ThreadState.currentOrNull();
            if (state != null) {
                Recorder.end(state, thread, failure);
                Recorder.threadEnded(state);
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }
}
