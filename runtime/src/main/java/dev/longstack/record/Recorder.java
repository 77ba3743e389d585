package dev.longstack.record;

import dev.longstack.events.ContextInvocationEvent;
import dev.longstack.events.ContextReleaseEvent;
import dev.longstack.events.HintEvent;
import dev.longstack.events.Protocol;
import dev.longstack.events.ReleaseReason;
import org.jspecify.annotations.Nullable;

/**
 * Whether anything is recorded, and what happens to contexts besides their {@linkplain Creations creation} and their {@linkplain
 * Runs runs}; any thread. With no recording running, callers see that {@link #on()} is false and do nothing else.
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

    /** Whether what was asked for is recorded beside a request's name: a path may hold secrets. */
    public static boolean urisOn() {
        return Settings.current().uris;
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

    static void tellRelease(ThreadState state, ContextToken.Observed token, ReleaseReason reason) {
        for (Listener listener : token.listeners) {
            listener.released(state, token, reason.word());
            listener.unbind();
        }
        if (token.resolution != null) {
            token.resolution.released(state);
        }
    }

    /** The context will not run again; the first one to say so is believed. */
    public static void release(ThreadState state, ContextToken carried, ReleaseReason reason) {
        ContextToken token = carried.target();
        if (!token.recorded() || !token.releaseOnce()) {
            return;
        }
        if (token.announceOnce()) {
            // nobody was told that it was made
            state.released++;
            return;
        }
        countRelease(state, token);
        Request request = token.request();
        if (request != null && token.isHop()) {
            request.open.closed(token.contextId);
            request.open.add(-1);
        }
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

    static void countRelease(ThreadState state, ContextToken token) {
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

    /** The current thread, a virtual one, ends with the run of its task: what it has counted stays. */
    public static void threadEnds(Thread thread, @Nullable Throwable failure) {
        ThreadState state = ThreadState.ofEnding(thread);
        if (state != null) {
            Runs.end(state, thread, failure);
            ThreadState.leave(thread);
            ThreadStates.remove(state);
        }
    }
}
