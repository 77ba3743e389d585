package dev.longstack.propagate;

import dev.longstack.events.ContextKind;
import dev.longstack.events.ReleaseReason;
import dev.longstack.record.ContextToken;
import dev.longstack.record.Faults;
import dev.longstack.record.PeriodicEvents;
import dev.longstack.record.Recorder;
import dev.longstack.record.ThreadState;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Delayed;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Called by woven executors, futures and queues.
 *
 * <p>How a plain Runnable's token travels: {@link #executing} leaves it in the thread's <em>offered</em> slot, the node or
 * worker that is built for the task takes it along ({@link #offered}), and the thread that takes the node out finds it in its
 * <em>taken</em> slot ({@link #taken}), checked by identity. Queues without woven nodes go by the side table. Futures carry
 * their token from construction on.
 */
public final class TaskHooks {
    private static volatile boolean linkedNodesCarry;

    static {
        PeriodicEvents.countSideTableBy(Tokens::countBeside);
    }

    private TaskHooks() {}

    /** From now on the nodes of LinkedBlockingQueue carry tokens. */
    public static void linkedNodesCarry() {
        linkedNodesCarry = true;
    }

    /** A call such as {@code submit} begins: contexts created inside get its name. */
    public static void scheduling(String operation, @Nullable Object task) {
        try {
            if (Recorder.on()) {
                ThreadState state = ThreadState.current();
                if (state.schedulingOperation == null) {
                    state.schedulingOperation = operation;
                    state.schedulingTask = task;
                }
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
                state.schedulingOperation = null;
                state.schedulingTask = null;
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    /** A future was constructed. The scheduled ones are left to their executor: virtual threads park with them. */
    public static void futureCreated(Object future, @Nullable Object task) {
        try {
            if (Recorder.on() && task != null && !(future instanceof Delayed)) {
                create(ThreadState.current(), future, task, "FutureTask");
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    /** An asynchronous supplier or runnable was constructed. */
    public static void taskCreated(Object carrier, @Nullable Object task, String operation) {
        try {
            if (Recorder.on() && task != null) {
                create(ThreadState.current(), carrier, task, operation);
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    private static ContextToken create(ThreadState state, Object carrier, Object task, String operation) {
        ContextToken token = create(state, task, operation);
        Tokens.put(carrier, token);
        return token;
    }

    /** The name of the surrounding call goes to the first context that is created in it. */
    private static ContextToken create(ThreadState state, Object task, String operation) {
        String scheduling = state.schedulingOperation;
        if (scheduling == null) {
            return Recorder.create(state, ContextKind.TASK, operation, task.getClass());
        }
        Object user = state.schedulingTask != null ? state.schedulingTask : task;
        state.schedulingOperation = null;
        state.schedulingTask = null;
        return Recorder.create(state, ContextKind.TASK, scheduling, user.getClass());
    }

    /** {@code ThreadPoolExecutor.execute} begins. */
    public static void executing(@Nullable Object command, Queue<?> queue) {
        try {
            if (command == null || !Recorder.on()) {
                return;
            }
            ContextToken own = Tokens.ofItsOwn(command);
            if (own != null) {
                enqueue(own, queue);
                return;
            }
            ThreadState state = ThreadState.current();
            ContextToken token = create(state, command, "ThreadPoolExecutor.execute");
            enqueue(token, queue);
            if (linkedNodesCarry && queue.getClass() == LinkedBlockingQueue.class) {
                state.offeredTask = command;
                state.offeredToken = token;
            } else {
                Tokens.put(command, token);
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    private static void enqueue(ContextToken token, Queue<?> queue) {
        if (token.recorded()) {
            Recorder.queued(token, queue.getClass(), queue.size());
        }
    }

    /** {@code ThreadPoolExecutor.execute} ended, in whichever way. */
    public static void executed() {
        try {
            ThreadState state = ThreadState.currentOrNull();
            if (state != null) {
                state.offeredTask = null;
                state.offeredToken = null;
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    /** A queue's node or a worker was built for the task: it takes the token along. */
    public static void offered(Object carrier, @Nullable Object task) {
        try {
            if (task == null || !Recorder.on()) {
                return;
            }
            ThreadState state = ThreadState.currentOrNull();
            if (state != null && state.offeredTask == task && carrier instanceof TokenCarrier node) {
                node.longstackToken(state.offeredToken);
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    /** A node or a worker gives its task away on this thread. */
    public static void taken(Object carrier, @Nullable Object task) {
        try {
            ContextToken token = carrier instanceof TokenCarrier node ? node.longstackToken() : null;
            if (token != null) {
                ((TokenCarrier) carrier).longstackToken(null);
                ThreadState state = ThreadState.current();
                state.takenTask = task;
                state.takenToken = token;
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    /** A node left its queue in another way than being taken. */
    public static void dropped(Object carrier) {
        try {
            if (carrier instanceof TokenCarrier node) {
                release(node.longstackToken(), ReleaseReason.REMOVED);
                node.longstackToken(null);
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    /** A worker is about to run a task; one that brings its own context begins by itself. */
    public static void beginTask(Object worker, Object task) {
        try {
            if (Tokens.ofItsOwn(task) != null) {
                return;
            }
            ContextToken token = takenToken(task);
            if (token == null) {
                token = Tokens.take(task);
            }
            if (token != null && Recorder.on()) {
                Recorder.begin(ThreadState.current(), token, worker);
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    private static @Nullable ContextToken takenToken(Object task) {
        ThreadState state = ThreadState.currentOrNull();
        if (state == null || state.takenTask != task) {
            return null;
        }
        ContextToken token = state.takenToken;
        state.takenTask = null;
        state.takenToken = null;
        return token;
    }

    /** A carrier is about to run. */
    public static void begin(Object carrier) {
        try {
            ContextToken token = Tokens.take(carrier);
            if (token != null && Recorder.on()) {
                Recorder.begin(ThreadState.current(), token, carrier);
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
                Recorder.end(state, owner, failure);
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    /** The pool refuses the command. A future may still be run by the rejection handler; anything else it would submit anew. */
    public static void rejecting(@Nullable Object command) {
        try {
            ThreadState state = ThreadState.currentOrNull();
            if (state == null || command == null || Tokens.ofItsOwn(command) != null) {
                return;
            }
            release(state.offeredTask == command ? state.offeredToken : Tokens.take(command), ReleaseReason.REJECTED);
            state.offeredTask = null;
            state.offeredToken = null;
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    /** The rejection handler has thrown: the command will not run. */
    public static void rejected(@Nullable Object command) {
        try {
            if (command != null) {
                release(Tokens.ofItsOwn(command), ReleaseReason.REJECTED);
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    /** The pool took these tasks out of its queue; null where it took none. */
    public static void removedAll(@Nullable List<?> tasks) {
        if (tasks != null) {
            tasks.forEach(task -> removed(true, task));
        }
    }

    /** The pool was asked to take this task out of its queue. */
    public static void removed(boolean done, @Nullable Object task) {
        try {
            if (done && task != null) {
                release(Tokens.take(task), ReleaseReason.REMOVED);
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

    private static void release(@Nullable ContextToken token, ReleaseReason reason) {
        if (token != null) {
            Recorder.release(ThreadState.current(), token, reason);
        }
    }
}
