package dev.longstack.propagate.hooks;

import dev.longstack.events.ContextKind;
import dev.longstack.events.ReleaseReason;
import dev.longstack.propagate.carriers.TaskWrapper;
import dev.longstack.propagate.carriers.Tokens;
import dev.longstack.record.ContextToken;
import dev.longstack.record.Creations;
import dev.longstack.record.Faults;
import dev.longstack.record.Recorder;
import dev.longstack.record.Runs;
import dev.longstack.record.SchedulingCall;
import dev.longstack.record.ThreadState;
import java.util.concurrent.Delayed;
import org.jspecify.annotations.Nullable;

/** Called by woven executors and futures: the names of scheduling calls, and runs. */
public final class TaskHooks {
    private TaskHooks() {}

    /** A call such as {@code submit} begins: contexts created inside get its name. */
    public static void scheduling(String operation, @Nullable Object task) {
        try {
            if (Recorder.on()) {
                ThreadState state = ThreadState.current();
                state.scheduling().begin(operation, task, false);
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    /** A call of an executor that makes a thread for each task begins: that thread is the task. */
    public static void schedulingThread(String operation, @Nullable Object task) {
        try {
            if (Recorder.on()) {
                SchedulingCall call = ThreadState.current().scheduling();
                call.begin(operation, task, false);
                call.makesThreadPerTask();
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    /** A call such as {@code invokeAll} begins: all contexts created inside get its name. */
    public static void schedulingAll(String operation) {
        try {
            if (Recorder.on()) {
                ThreadState state = ThreadState.current();
                state.scheduling().begin(operation, null, true);
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    /** The call ended, in whichever way. */
    public static void scheduled() {
        try {
            ThreadState state = ThreadState.currentOrNull();
            if (state != null) {
                state.scheduling().end();
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    /**
     * A future was constructed. The scheduled ones are left to {@link ScheduleHooks}: virtual threads park with them. One around
     * a future that was made in the same run, as CompletionService has it, is the same hop. Nobody is told of one that is made
     * outside of any call that schedules it, until it is handed to somebody: libraries make such futures as markers.
     */
    public static void futureCreated(Object future, @Nullable Object task) {
        try {
            if (Recorder.on() && task != null && !(future instanceof Delayed)) {
                ThreadState state = ThreadState.current();
                ContextToken inside = ofThisRun(state, task);
                if (inside != null) {
                    Tokens.put(future, inside.relay());
                } else if (state.scheduling().operation() != null) {
                    create(state, future, task, "FutureTask");
                } else {
                    Class<?> taskClass = TaskWrapper.userClass(task);
                    Tokens.put(future, Creations.createSilently(state, ContextKind.TASK, "FutureTask", taskClass));
                }
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    /** An asynchronous supplier or runnable was constructed. */
    public static void taskCreated(Object carrier, @Nullable Object task, String operation) {
        try {
            if (Recorder.on() && task != null) {
                ThreadState state = ThreadState.current();
                ContextToken inside = ofThisRun(state, task);
                if (inside != null) {
                    Tokens.put(carrier, inside.relay());
                } else {
                    create(state, carrier, task, operation);
                }
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    /** The token of a task that brings its own, made in the run that hands it over now: that is one hop, not two. */
    public static @Nullable ContextToken ofThisRun(ThreadState state, Object task) {
        ContextToken own = Tokens.ofItsOwn(task);
        return own != null && own.parent().isSameRun(state.parent()) ? own : null;
    }

    private static ContextToken create(ThreadState state, Object carrier, Object task, String operation) {
        ContextToken token = create(state, task, operation);
        Tokens.put(carrier, token);
        return token;
    }

    /** The name of the surrounding call goes to what is created in it. */
    static ContextToken create(ThreadState state, Object task, String operation) {
        return create(state, ContextKind.TASK, task, operation);
    }

    static ContextToken create(ThreadState state, ContextKind kind, Object task, String operation) {
        String name = name(state, operation);
        Class<?> taskClass = userClass(state, task);
        state.scheduling().used();
        return Creations.create(state, kind, name, taskClass);
    }

    /** The surrounding call's name, else this one. */
    static String name(ThreadState state, String operation) {
        String name = state.scheduling().operation();
        return name == null ? operation : name;
    }

    /** The class of the surrounding call's task, else of this one. */
    static Class<?> userClass(ThreadState state, Object task) {
        Object user = state.scheduling().task();
        return TaskWrapper.userClass(user == null ? task : user);
    }

    /** A carrier is about to run; it may be given another context while it does. */
    public static void begin(Object carrier) {
        try {
            ContextToken token = Recorder.on() ? Tokens.take(carrier) : null;
            if (token != null && !token.isRelay()) {
                Runs.begin(ThreadState.current(), token, carrier);
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    /** The run of this owner ended normally. */
    public static void end(Object owner) {
        endFailed(owner, null);
    }

    /** The run of this owner ended with this exception, which the caller throws on. */
    public static void endFailed(Object owner, @Nullable Throwable failure) {
        try {
            ThreadState state = ThreadState.currentOrNull();
            if (state != null) {
                Runs.end(state, owner, failure);
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    /** The run of this owner will end as failed, although the exception is caught inside. */
    public static void failing(Object owner, Throwable failure) {
        try {
            ThreadState state = ThreadState.currentOrNull();
            if (state != null) {
                Runs.failing(state, owner, failure);
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    /** The future was asked to cancel. */
    public static void cancelled(boolean done, Object future) {
        try {
            if (done) {
                release(Tokens.take(future), ReleaseReason.CANCELLED);
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    static void release(@Nullable ContextToken token, ReleaseReason reason) {
        if (token != null) {
            Recorder.release(ThreadState.current(), token, reason);
        }
    }
}
