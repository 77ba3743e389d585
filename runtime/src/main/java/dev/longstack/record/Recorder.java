package dev.longstack.record;

import dev.longstack.events.ContextCreationEvent;
import dev.longstack.events.ContextInvocationEvent;
import dev.longstack.events.ContextKind;
import dev.longstack.events.ContextReleaseEvent;
import dev.longstack.events.CreationControl;
import dev.longstack.events.HintEvent;
import dev.longstack.events.Protocol;
import dev.longstack.events.ReleaseReason;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes contexts and writes what happens to them; any thread. With no recording running, callers see that {@link #on()} is
 * false and do nothing else.
 */
public final class Recorder {
    private static final ContextInvocationEvent INVOCATION = new ContextInvocationEvent();
    private static final HintEvent HINT = new HintEvent();

    private static final String MANAGER = System.getProperty("longstack.contextManager", "thread-local");
    private static final boolean OFF = MANAGER.equals("none");
    private static final boolean BY_HAND = OFF || MANAGER.equals("manual");

    private Recorder() {}

    /** Whether anybody wants to know of contexts, for woven code: a branch on a field that JFR keeps, and on one of ours. */
    public static boolean on() {
        return !BY_HAND && (INVOCATION.isEnabled() || Observers.present());
    }

    /** The same for code that takes part by itself. */
    public static boolean onForApi() {
        return !OFF && (INVOCATION.isEnabled() || Observers.present());
    }

    /** Whether anybody wants hints. */
    public static boolean hintsOn() {
        return !OFF && (HINT.isEnabled() || Listener.wantHints());
    }

    /** A context whose parent is what is current. */
    public static ContextToken create(
            ThreadState state, ContextKind kind, String operation, @Nullable Class<?> taskClass) {
        return create(state, kind, operation, taskClass, state.token(), state.parent());
    }

    /** A context below this one, which need not be what is current; null for the current thread's own. */
    public static ContextToken createBelow(
            ThreadState state,
            ContextKind kind,
            String operation,
            @Nullable Class<?> taskClass,
            @Nullable ContextToken creator) {
        if (creator == null || creator == state.token()) {
            return create(state, kind, operation, taskClass);
        }
        return create(state, kind, operation, taskClass, creator, Elsewhere.parent(creator, null));
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

    /** A context whose parent is given by its id; what is current hands on the rest. */
    public static ContextToken createBelow(
            ThreadState state, ContextKind kind, String operation, @Nullable Class<?> taskClass, long parentId) {
        return create(state, kind, operation, taskClass, null, Parent.ofId(parentId, state.inherited()));
    }

    private static ContextToken create(
            ThreadState state,
            ContextKind kind,
            String operation,
            @Nullable Class<?> taskClass,
            @Nullable ContextToken creator,
            Parent given) {
        Map<String, ?> arguments = state.takeArguments();
        boolean request = kind == ContextKind.REQUEST;
        boolean leftOut = creator != null && !creator.isWritten() && !request;
        if (leftOut) {
            Budget.DROPPED_CONTEXTS.increment();
        }
        boolean root = request || given.contextId() == Protocol.NO_CONTEXT;
        boolean written = !leftOut && (!root || Budget.recordsRoot());
        if (!written && !Observers.present()) {
            return ContextToken.SAMPLED_OUT;
        }
        // a request's provenance is in the recording, or it is none
        boolean unknown = request && creator != null && !creator.isWritten();
        Parent parent = unknown ? Parent.ofId(Protocol.NO_CONTEXT, given.inherited()) : given;
        CallSite site = CallSites.of(kind, operation, taskClass, parent.operation());
        if (!site.inherits || Endings.isAfterTheEnd(creator)) {
            parent = Parent.ofId(Protocol.NO_CONTEXT);
            site = CallSites.of(kind, operation, taskClass, null);
        }
        long now = System.nanoTime();
        ContextToken token = token(state, creator, parent, site, now, arguments);
        if (!written) {
            token.leaveOut();
        }
        state.created++;
        site.created.increment();
        if (written
                && (CreationControl.all()
                        || Settings.current().stacks != Settings.Stacks.SAMPLED
                        || site.wantsStack(now))) {
            writeCreation(state, token, now, arguments);
        }
        if (token instanceof ContextToken.Observed observed) {
            for (Listener listener : observed.listeners) {
                listener.bind();
                listener.created(state, token);
            }
        }
        return token;
    }

    private static ContextToken token(
            ThreadState state,
            @Nullable ContextToken creator,
            Parent parent,
            CallSite site,
            long now,
            @Nullable Map<String, ?> arguments) {
        long id = state.ids.next();
        if (!Observers.present()) {
            return ContextToken.of(id, parent, site, now);
        }
        Listener[] listeners = Listener.bound(parent.inherited());
        Resolution resolution = Endings.resolution(id, listeners, creator, parent, site.kind);
        CreationStack creation = CreationStack.kept() ? CreationStack.here(site.operation, creationOf(creator)) : null;
        boolean plain = listeners.length == 0 && resolution == null && arguments == null && creation == null;
        return plain
                ? ContextToken.of(id, parent, site, now)
                : new ContextToken.Observed(id, parent, site, now, listeners, resolution, arguments, creation);
    }

    private static @Nullable CreationStack creationOf(@Nullable ContextToken token) {
        return token instanceof ContextToken.Observed observed ? observed.creation : null;
    }

    private static void writeCreation(
            ThreadState state, ContextToken token, long now, @Nullable Map<String, ?> arguments) {
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
        event.arguments = Arguments.text(arguments);
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
        long before = running.callSite.kind == ContextKind.LISTENER ? state.contextId() : Protocol.NO_CONTEXT;
        Frame frame = state.push(running, owner);
        if (frame == null || !running.recorded()) {
            return;
        }
        frame.triggerId = before == running.parent.contextId() ? Protocol.NO_CONTEXT : before;
        running.callSite.invoked.increment();
        frame.event.begin();
        if (running instanceof ContextToken.Observed observed) {
            if (Endings.isAfterTheEnd(running)) {
                frame.inherited = null;
            }
            for (Listener listener : observed.listeners) {
                listener.changed(state, observed.contextId, observed.parent.contextId());
            }
        }
    }

    /** From here to the end of the owner's run nothing is current, and nothing is handed on. */
    public static void detach(ThreadState state, Object owner) {
        Frame ignored = state.push(ContextToken.elided(Parent.ofId(Protocol.NO_CONTEXT)), owner);
    }

    /** One of several contexts runs and nobody can tell which: it gets a context of its own, whose parent is unknown. */
    private static ContextToken withoutParent(ThreadState state, ContextToken token) {
        Budget.AMBIGUOUS_TASKS.increment();
        release(state, token, ReleaseReason.AMBIGUOUS);
        return create(state, token.callSite.kind, token.operation(), token.callSite.taskClass, null, Parent.UNKNOWN);
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
        boolean over = false;
        if (token != null && token.recorded()) {
            frame.event.end();
            if (token.isWritten() && frame.event.shouldCommit()) {
                writeInvocation(state, frame, token, failure);
            }
            over = last && token.callSite.kind.endsWithItsInvocation() && token.releaseOnce();
            if (over) {
                countRelease(state, token);
            }
        }
        boolean failed = failure != null || frame.failure != null;
        state.pop(frame);
        if (token instanceof ContextToken.Observed observed) {
            ended(state, observed, over, failed, failure);
        }
    }

    private static void ended(
            ThreadState state, ContextToken.Observed token, boolean over, boolean failed, @Nullable Throwable failure) {
        if (failure != null && token.creation != null) {
            Endings.tellCreation(failure, token.creation);
        }
        if (token.listeners.length > 0) {
            ContextToken now = state.token();
            long id = now == null ? Protocol.NO_CONTEXT : now.contextId;
            long parentId = now == null ? Protocol.NO_CONTEXT : now.parent.contextId();
            for (Listener listener : token.listeners) {
                listener.changed(state, id, parentId);
            }
        }
        if (over) {
            tellRelease(state, token, failed ? ReleaseReason.FAILED : ReleaseReason.COMPLETED);
        }
    }

    private static void tellRelease(ThreadState state, ContextToken.Observed token, ReleaseReason reason) {
        for (Listener listener : token.listeners) {
            listener.released(state, token, reason.word());
            listener.unbind();
        }
        if (token.resolution != null) {
            token.resolution.released(state);
        }
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
        event.triggerId = frame.triggerId != 0 ? frame.triggerId : token.triggerId();
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
        if (token instanceof ContextToken.Observed observed) {
            tellRelease(state, observed, reason);
        }
        ContextReleaseEvent event = new ContextReleaseEvent();
        if (!token.isWritten() || !event.shouldCommit()) {
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
        if (Observers.present()) {
            Listener[] told = current instanceof ContextToken.Observed observed
                    ? observed.listeners
                    : Listener.bound(state.inherited());
            for (Listener listener : told) {
                listener.hint(state, current == null ? Protocol.NO_CONTEXT : current.contextId, name, details);
            }
        }
        HintEvent event = new HintEvent();
        if ((current != null && !current.isWritten()) || !event.shouldCommit()) {
            return;
        }
        event.contextId = current == null ? 0 : current.contextId;
        event.name = name;
        event.details = details;
        event.commit();
        state.committed++;
    }

    /** An event was written elsewhere: it counts for the budget. */
    public static void committed(ThreadState state) {
        state.committed++;
    }

    /** The current thread, a virtual one, ends: what it has counted stays. */
    public static void threadEnded(ThreadState state) {
        ThreadState.leave();
        ThreadStates.remove(state);
    }
}
