package dev.longstack.propagate.hooks;

import dev.longstack.events.ReleaseReason;
import dev.longstack.propagate.carriers.Tokens;
import dev.longstack.record.ContextToken;
import dev.longstack.record.Creations;
import dev.longstack.record.Faults;
import dev.longstack.record.HandOver;
import dev.longstack.record.PeriodicEvents;
import dev.longstack.record.Recorder;
import dev.longstack.record.Runs;
import dev.longstack.record.ThreadState;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Called by the woven ThreadPoolExecutor and the queues it takes its tasks from.
 *
 * <p>How a plain Runnable's token travels: {@link #executing} leaves it in the thread's <em>offered</em> slot, the node or
 * worker that is built for the task takes it along ({@link #offered}), and the thread that takes the node out finds it in its
 * <em>taken</em> slot ({@link #taken}), checked by identity. Queues without woven nodes go by the side table. Futures carry
 * their token from construction on.
 */
public final class QueueHooks {
    private static final String TOMCATS_QUEUE = "org.apache.tomcat.util.threads.TaskQueue";

    private static volatile boolean linkedNodesCarry;

    static {
        PeriodicEvents.countSideTableBy(Tokens::countBeside);
    }

    private QueueHooks() {}

    /** From now on the nodes of LinkedBlockingQueue carry tokens. */
    public static void linkedNodesCarry() {
        linkedNodesCarry = true;
    }

    /** {@code ThreadPoolExecutor.execute} begins. */
    public static void executing(@Nullable Object command, Queue<?> queue) {
        executing(command, queue, "ThreadPoolExecutor.execute");
    }

    /**
     * The same of a server's pool, which serves the server first of all: its own work is nobody's.
     *
     * @param own what the names of the server's classes begin with, one after another with blanks between
     */
    public static void executingForOthers(@Nullable Object command, Queue<?> queue, String operation, String own) {
        if (command != null
                && Recorder.on()
                && !beginsWithAny(command.getClass().getName(), own)) {
            executing(command, queue, operation);
        }
    }

    private static boolean beginsWithAny(String name, String beginnings) {
        for (int from = 0; from < beginnings.length(); ) {
            int blank = beginnings.indexOf(' ', from);
            int to = blank < 0 ? beginnings.length() : blank;
            if (name.regionMatches(0, beginnings, from, to - from)) {
                return true;
            }
            from = to + 1;
        }
        return false;
    }

    private static void executing(@Nullable Object command, Queue<?> queue, String operation) {
        try {
            if (command == null || !Recorder.on()) {
                return;
            }
            ContextToken own = Tokens.ofItsOwn(command);
            ThreadState state = ThreadState.current();
            if (own != null) {
                Creations.announce(state, own);
                enqueue(own, queue);
                return;
            }
            ContextToken token = TaskHooks.create(state, command, operation);
            enqueue(token, queue);
            boolean nodesCarry = linkedNodesCarry && hasLinkedNodes(queue);
            state.handOver().offer(command, nodesCarry ? token : null);
            if (!nodesCarry) {
                Tokens.put(command, token);
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    /** Another subclass might put something else into its nodes, or nothing. */
    private static boolean hasLinkedNodes(Queue<?> queue) {
        Class<?> type = queue.getClass();
        return type == LinkedBlockingQueue.class
                || (queue instanceof LinkedBlockingQueue && type.getName().equals(TOMCATS_QUEUE));
    }

    private static void enqueue(ContextToken token, Queue<?> queue) {
        if (token.recorded()) {
            Recorder.queued(token, queue.getClass(), queue.size());
        }
    }

    /** In the middle of {@code execute}: the command goes on in this object, which another agent may have put around it. */
    public static void handedOn(@Nullable Object command) {
        try {
            HandOver handOver = handOver();
            Object before = handOver == null ? null : handOver.offeredTask();
            if (handOver == null || before == null || command == null || before == command) {
                return;
            }
            ContextToken token = handOver.offered(before);
            ContextToken beside = token == null ? Tokens.take(before) : null;
            if (beside != null) {
                Tokens.put(command, beside);
            }
            handOver.offer(command, token);
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    /** {@code ThreadPoolExecutor.execute} ended, in whichever way. */
    public static void executed() {
        try {
            HandOver handOver = handOver();
            if (handOver != null) {
                handOver.offerEnds();
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
            HandOver handOver = handOver();
            ContextToken token = handOver == null ? null : handOver.offered(task);
            if (token != null) {
                boolean ignored = Tokens.carry(carrier, token);
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    /** A node or a worker gives its task away on this thread. */
    public static void taken(Object carrier, @Nullable Object task) {
        try {
            ContextToken token = Recorder.on() ? Tokens.takeCarried(carrier) : null;
            if (token != null) {
                ThreadState.current().handOver().took(task, token);
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    /**
     * An element was taken out of a queue by whoever runs here; null for none. A pool's worker takes its tasks outside of any
     * run: what takes inside of one may be a loop that works for anybody.
     */
    public static void tookElement(@Nullable Object element) {
        try {
            if (element != null && Recorder.on()) {
                ThreadState state = ThreadState.currentOrNull();
                if (state != null) {
                    state.tookWork();
                }
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    /** The same of several elements; 0 for none. */
    public static void tookElements(int count) {
        if (count > 0) {
            tookElement(QueueHooks.class);
        }
    }

    /** The same for a collection that is often used for other things: only what can be run counts. */
    public static void tookTask(@Nullable Object element) {
        if (element instanceof Runnable || element instanceof Callable || element instanceof Future) {
            tookElement(element);
        }
    }

    /** A loop begins that works on others' elements, until the owner's end. */
    public static void draining(Object owner) {
        try {
            if (Recorder.on()) {
                Runs.drain(ThreadState.current(), owner);
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    /** A node left its queue in another way than being taken. */
    public static void dropped(Object carrier) {
        try {
            TaskHooks.release(Recorder.on() ? Tokens.takeCarried(carrier) : null, ReleaseReason.REMOVED);
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
                Runs.begin(ThreadState.current(), token, worker);
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    private static @Nullable ContextToken takenToken(Object task) {
        HandOver handOver = handOver();
        return handOver == null ? null : handOver.taken(task);
    }

    private static @Nullable HandOver handOver() {
        ThreadState state = ThreadState.currentOrNull();
        return state == null ? null : state.handOverOrNull();
    }

    /** The pool refuses the command. A future may still be run by the rejection handler; anything else it would submit anew. */
    public static void rejecting(@Nullable Object command) {
        try {
            ThreadState state = ThreadState.currentOrNull();
            if (state == null || command == null || Tokens.ofItsOwn(command) != null) {
                return;
            }
            ContextToken offered = state.handOver().offered(command);
            TaskHooks.release(offered != null ? offered : Tokens.take(command), ReleaseReason.REJECTED);
            state.handOver().offerEnds();
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    /** The rejection handler has thrown: the command will not run. */
    public static void rejected(@Nullable Object command) {
        try {
            if (command != null) {
                TaskHooks.release(Tokens.ofItsOwn(command), ReleaseReason.REJECTED);
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
                ContextToken own = Tokens.ofItsOwn(task);
                TaskHooks.release(own != null ? own : Tokens.take(task), ReleaseReason.REMOVED);
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }
}
