package dev.longstack.record;

import dev.longstack.events.ContextCreationEvent;
import dev.longstack.events.ContextInvocationEvent;
import dev.longstack.events.ContextKind;
import dev.longstack.events.ContextReleaseEvent;
import dev.longstack.events.CreationControl;
import dev.longstack.events.HintEvent;
import dev.longstack.events.Protocol;
import dev.longstack.events.ReleaseReason;
import org.jspecify.annotations.Nullable;

/**
 * Makes contexts and writes what happens to them; any thread. With no recording running, callers see that {@link #on()} is
 * false and do nothing else.
 */
public final class Recorder {
    private static final ContextInvocationEvent INVOCATION = new ContextInvocationEvent();
    private static final HintEvent HINT = new HintEvent();

    private Recorder() {}

    /** Whether a running recording wants to know of contexts: a branch on a field that JFR keeps. */
    public static boolean on() {
        return INVOCATION.isEnabled();
    }

    /** Whether a running recording wants hints. */
    public static boolean hintsOn() {
        return HINT.isEnabled();
    }

    /** A context whose parent is what is current. */
    public static ContextToken create(
            ThreadState state, ContextKind kind, String operation, @Nullable Class<?> taskClass) {
        ContextToken current = state.token();
        if (current != null && current.isSampledOut() && kind != ContextKind.REQUEST) {
            Budget.DROPPED_CONTEXTS.increment();
            return ContextToken.SAMPLED_OUT;
        }
        return create(state, kind, operation, taskClass, state.parent());
    }

    /** A context of which there may be millions below one root: over the budget it is left out, and what it creates is not. */
    public static ContextToken createFork(ThreadState state, String operation, Class<?> taskClass) {
        ContextToken elided = Budget.recordsFork() ? null : state.elidedChild();
        if (elided == null || elided.parent.contextId() == Protocol.NO_CONTEXT) {
            return create(state, ContextKind.TASK, operation, taskClass);
        }
        Budget.DROPPED_FORKS.increment();
        return elided;
    }

    /** A context whose parent is given. */
    public static ContextToken create(
            ThreadState state, ContextKind kind, String operation, @Nullable Class<?> taskClass, Parent parent) {
        boolean root = kind == ContextKind.REQUEST || parent.contextId() == Protocol.NO_CONTEXT;
        if (root && !Budget.recordsRoot()) {
            return ContextToken.SAMPLED_OUT;
        }
        CallSite site = CallSites.of(kind, operation, taskClass, parent.operation());
        long now = System.nanoTime();
        ContextToken token = ContextToken.of(state.ids.next(), parent, site, now);
        state.created++;
        site.created.increment();
        if (CreationControl.all() || Settings.current().stacks != Settings.Stacks.SAMPLED || site.wantsStack(now)) {
            writeCreation(state, token, now);
        }
        return token;
    }

    private static void writeCreation(ThreadState state, ContextToken token, long now) {
        boolean every = CreationControl.all() || Settings.current().stacks == Settings.Stacks.ALL;
        if (!every && (Settings.current().stacks == Settings.Stacks.NONE || !Budget.takesStack())) {
            return;
        }
        ContextCreationEvent event = new ContextCreationEvent();
        if (!event.shouldCommit()) {
            return;
        }
        token.callSite.stackTaken(now);
        event.contextId = token.contextId;
        event.parentId = token.parent.contextId();
        event.parentInvocation = token.parent.invocation();
        event.kind = token.callSite.kind.word();
        event.operation = token.operation();
        event.taskClass = token.callSite.taskClass;
        event.elidedHops = token.parent.elidedHops();
        event.commit();
        state.committed++;
    }

    /** The work is due from now on, because of a run of this context; 0 for none. */
    public static void due(ContextToken token, long triggerId) {
        if (token.recorded()) {
            token.dueNanos = System.nanoTime();
            token.triggeredBy(triggerId);
        }
    }

    /** The work, or its next run, is due at this time of {@link System#nanoTime()}. */
    public static void dueAt(ContextToken token, long nanos) {
        if (token.recorded()) {
            token.dueNanos = nanos;
        }
    }

    /** The work enters a queue. */
    public static void queued(ContextToken carried, Class<?> queueType, int queueLength) {
        ContextToken token = carried.target();
        token.queueType = queueType;
        token.queueLength = queueLength;
    }

    /** A run begins on this thread; the same owner ends it. */
    public static void begin(ThreadState state, ContextToken token, Object owner) {
        ContextToken running = token.isAmbiguous() ? withoutParent(state, token) : token;
        Frame frame = state.push(running, owner);
        if (frame != null && running.recorded()) {
            running.callSite.invoked.increment();
            frame.event.begin();
        }
    }

    /** One of several contexts runs and nobody can tell which: it gets a context of its own, whose parent is unknown. */
    private static ContextToken withoutParent(ThreadState state, ContextToken token) {
        Budget.AMBIGUOUS_TASKS.increment();
        release(state, token, ReleaseReason.AMBIGUOUS);
        return create(state, token.callSite.kind, token.operation(), token.callSite.taskClass, Parent.UNKNOWN);
    }

    /** The run of this owner will end as failed, although no exception leaves it. */
    public static void failing(ThreadState state, Object owner, Throwable failure) {
        Frame frame = state.topOf(owner);
        if (frame != null) {
            frame.failure = failure.getClass();
        }
    }

    /** The run of this owner ends, and with it a context that runs once; without a run, nothing happens. */
    public static void end(ThreadState state, Object owner, @Nullable Throwable failure) {
        end(state, owner, failure, true);
    }

    /** The run of this owner ends, and there may be another of the same context. */
    public static void endOne(ThreadState state, Object owner) {
        end(state, owner, null, false);
    }

    private static void end(ThreadState state, Object owner, @Nullable Throwable failure, boolean last) {
        Frame frame = state.topOf(owner);
        if (frame == null) {
            return;
        }
        if (frame.reentries > 0) {
            frame.reentries--;
            return;
        }
        ContextToken token = frame.token;
        if (token != null && token.recorded()) {
            frame.event.end();
            if (frame.event.shouldCommit()) {
                writeInvocation(state, frame, token, failure);
            }
            if (last && token.callSite.kind.endsWithItsInvocation() && token.releaseOnce()) {
                countRelease(state, token);
            }
        }
        state.pop(frame);
    }

    /** The same owner begins again inside its own run: the inner end is not the end. */
    public static boolean reenter(ThreadState state, Object owner) {
        Frame frame = state.topOf(owner);
        if (frame == null) {
            return false;
        }
        frame.reentries++;
        return true;
    }

    private static void writeInvocation(
            ThreadState state, Frame frame, ContextToken token, @Nullable Throwable failure) {
        ContextInvocationEvent event = frame.event;
        event.contextId = token.contextId;
        event.invocation = frame.invocation;
        event.parentId = token.parent.contextId();
        event.parentInvocation = token.parent.invocation();
        event.triggerId = token.triggerId();
        event.kind = token.callSite.kind.word();
        event.operation = token.operation();
        event.taskClass = token.callSite.taskClass;
        event.creationThread = token.parent.thread();
        event.scheduledDelay = token.dueNanos - token.creationNanos;
        event.queueTime = frame.startNanos - token.dueNanos;
        event.queueType = token.queueType;
        event.queueLength = token.queueLength;
        event.failure = failure == null ? frame.failure : failure.getClass();
        event.elidedHops = token.parent.elidedHops();
        event.commit();
        state.committed++;
    }

    /** The context will not run again; the first one to say so is believed. */
    public static void release(ThreadState state, ContextToken carried, ReleaseReason reason) {
        ContextToken token = carried.target();
        if (!token.recorded() || !token.releaseOnce()) {
            return;
        }
        countRelease(state, token);
        ContextReleaseEvent event = new ContextReleaseEvent();
        if (!event.shouldCommit()) {
            return;
        }
        event.contextId = token.contextId;
        event.reason = reason.word();
        event.invocations = token.invocations();
        event.parentId = token.parent.contextId();
        event.parentInvocation = token.parent.invocation();
        event.kind = token.callSite.kind.word();
        event.operation = token.operation();
        event.taskClass = token.callSite.taskClass;
        event.age = System.nanoTime() - token.creationNanos;
        event.commit();
        state.committed++;
    }

    private static void countRelease(ThreadState state, ContextToken token) {
        state.released++;
        token.callSite.released.increment();
    }

    /** What is current says what it is doing. */
    public static void hint(ThreadState state, String name, String details) {
        ContextToken current = state.token();
        HintEvent event = new HintEvent();
        if ((current != null && current.isSampledOut()) || !event.shouldCommit()) {
            return;
        }
        event.contextId = current == null ? 0 : current.contextId;
        event.name = name;
        event.details = details;
        event.commit();
        state.committed++;
    }

    /** The current thread, a virtual one, ends: what it has counted stays. */
    public static void threadEnded(ThreadState state) {
        ThreadState.leave();
        ThreadStates.remove(state);
    }
}
