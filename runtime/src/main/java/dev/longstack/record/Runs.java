package dev.longstack.record;

import dev.longstack.events.ContextInvocationEvent;
import dev.longstack.events.ContextKind;
import dev.longstack.events.Protocol;
import dev.longstack.events.ReleaseReason;
import org.jspecify.annotations.Nullable;

/** Begins and ends runs of contexts; any thread, each for itself. */
public final class Runs {
    private Runs() {}

    /** A run begins on this thread; the same owner ends it. */
    public static void begin(ThreadState state, ContextToken token, Object owner) {
        Creations.announce(state, token);
        ContextToken running = token.isAmbiguous() ? withoutParent(state, token) : token;
        long before = running.callSite.kind == ContextKind.LISTENER ? state.contextId() : Protocol.NO_CONTEXT;
        Frame frame = state.push(running, owner);
        if (frame == null || !running.recorded()) {
            return;
        }
        frame.triggerId = before == running.parent.contextId() ? Protocol.NO_CONTEXT : before;
        running.callSite.invoked.increment();
        frame.event().begin();
        if (running instanceof ContextToken.Observed observed) {
            if (Endings.isAfterTheEnd(running)) {
                frame.inherited = null;
            }
            tellChanged(state, observed.listeners, observed);
        }
    }

    /** This context is the current one now; null for none. */
    private static void tellChanged(ThreadState state, Listener[] listeners, @Nullable ContextToken now) {
        long id = now == null ? Protocol.NO_CONTEXT : now.contextId;
        long parentId = now == null ? Protocol.NO_CONTEXT : now.parent.contextId();
        for (Listener listener : listeners) {
            listener.changed(state, id, parentId);
        }
    }

    /** From here to the owner's end nothing is current, and nothing is handed on but who must not be told. */
    public static void detach(ThreadState state, Object owner) {
        Inherited silenced = Inherited.silencedAlone(state.inherited());
        Frame ignored = state.push(ContextToken.elided(Parent.ofId(Protocol.NO_CONTEXT, silenced)), owner);
    }

    /** From here to the owner's end the context is current, as it was in this run of it, null for unknown; no run begins. */
    public static void makeCurrent(ThreadState state, ContextToken token, @Nullable Parent run, Object owner) {
        Inherited before = state.inherited();
        Frame frame = state.pushCurrent(token, run, owner);
        if (frame == null) {
            return;
        }
        if (Endings.isAfterTheEnd(token)) {
            frame.inherited = Inherited.silencedAlone(frame.inherited);
        }
        // a listener that makes a context current is still not told of what it does itself
        frame.inherited = Inherited.alsoSilenced(frame.inherited, Inherited.silencedOf(before));
        if (token instanceof ContextToken.Observed observed) {
            tellChanged(state, observed.listeners, observed);
        }
    }

    /**
     * From here to the end of the owner's run elements of others are worked on: a drain loop. What the run around it creates
     * later may be anybody's, too.
     */
    public static void drain(ThreadState state, Object owner) {
        state.tookWork();
        Frame frame = state.push(ContextToken.UNKNOWN, owner);
        if (frame != null && frame.below != null) {
            frame.inherited = Inherited.silencedAlone(frame.below.inherited);
        }
    }

    /** One of several contexts runs and nobody can tell which: it gets a context of its own, whose parent is unknown. */
    private static ContextToken withoutParent(ThreadState state, ContextToken token) {
        Budget.AMBIGUOUS_TASKS.increment();
        Recorder.release(state, token, ReleaseReason.AMBIGUOUS);
        Frame frame = state.push(ContextToken.UNKNOWN, token);
        try {
            return Creations.create(state, token.callSite.kind, token.operation(), token.callSite.taskClass);
        } finally {
            if (frame != null) {
                state.pop(frame);
            }
        }
    }

    /** The run of this owner will end as failed, although no exception leaves it. */
    public static void failing(ThreadState state, Object owner, Throwable failure) {
        Frame frame = state.topOf(owner);
        if (frame != null) {
            frame.failure = failure.getClass();
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

    /** The run of this owner ends, and with it a context that runs once; without a run, nothing happens. */
    public static void end(ThreadState state, Object owner, @Nullable Throwable failure) {
        end(state, owner, failure, true);
    }

    /** The run of this owner ends, and there may be another of the same context. */
    public static void endOne(ThreadState state, Object owner) {
        end(state, owner, null, false);
    }

    /** The run of this owner ends; there may be another of the same context unless {@link #isLast} was told. */
    public static void endSome(ThreadState state, Object owner, @Nullable Throwable failure) {
        Frame frame = state.topOf(owner);
        if (frame != null) {
            end(state, owner, failure, frame.last);
        }
    }

    /** The run of this owner on this thread is its context's last; false where it has none. */
    public static boolean isLast(ThreadState state, Object owner) {
        Frame frame = state.topOf(owner);
        if (frame == null) {
            return false;
        }
        frame.last = true;
        return true;
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
        if (frame.madeCurrent) {
            leave(state, frame);
            return;
        }
        ContextToken token = frame.token;
        boolean over = false;
        if (token != null && token.recorded()) {
            ContextInvocationEvent event = frame.event();
            event.end();
            if (token.isWritten() && event.shouldCommit()) {
                write(state, frame, event, token, failure);
            }
            over = last && token.callSite.kind.endsWithItsInvocation() && token.releaseOnce();
            count(state, frame, token, over);
        }
        boolean failed = failure != null || frame.failure != null;
        state.pop(frame);
        if (token instanceof ContextToken.Observed observed) {
            ended(state, observed, over, failed, failure);
        }
    }

    /** The context is not current any more; no run of it has ended. */
    private static void leave(ThreadState state, Frame frame) {
        ContextToken token = frame.token;
        if (token != null && token.recorded()) {
            count(state, frame, token, false);
        }
        state.pop(frame);
        if (token instanceof ContextToken.Observed observed) {
            tellChanged(state, observed.listeners, state.token());
        }
    }

    /** What it has created for its request, less itself where it is over. */
    private static void count(ThreadState state, Frame frame, ContextToken token, boolean over) {
        if (over) {
            Recorder.countRelease(state, token);
        }
        Request request = token.request();
        if (request == null || !request.isKnown() || !token.isWritten()) {
            return;
        }
        boolean closes = over && token.isHop();
        if (closes && token.kind() != ContextKind.REQUEST) {
            request.open.closed(token.contextId);
        }
        int change = frame.opened - (closes ? 1 : 0);
        if (change != 0 || token.kind() == ContextKind.REQUEST) {
            request.open.add(change);
        }
    }

    private static void ended(
            ThreadState state, ContextToken.Observed token, boolean over, boolean failed, @Nullable Throwable failure) {
        if (failure != null && token.creation != null) {
            Endings.tellCreation(failure, token.creation);
        }
        if (token.listeners.length > 0) {
            tellChanged(state, token.listeners, state.token());
        }
        if (over) {
            Recorder.tellRelease(state, token, failed ? ReleaseReason.FAILED : ReleaseReason.COMPLETED);
        }
    }

    private static void write(
            ThreadState state,
            Frame frame,
            ContextInvocationEvent event,
            ContextToken token,
            @Nullable Throwable failure) {
        Request request = frame.request(token);
        ContextKind kind = token.callSite.kind;
        event.contextId = token.contextId;
        event.invocation = frame.invocation;
        event.requestId = Request.idOf(request);
        event.request = Request.nameOf(request);
        event.parentId = token.parent.contextId();
        event.parentInvocation = token.parent.invocation();
        event.triggerId = frame.triggerId != 0 ? frame.triggerId : token.triggerId();
        event.kind = kind == ContextKind.TASK ? null : kind.word();
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
}
