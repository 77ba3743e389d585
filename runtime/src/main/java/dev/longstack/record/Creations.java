package dev.longstack.record;

import dev.longstack.events.ContextCreationEvent;
import dev.longstack.events.ContextKind;
import dev.longstack.events.CreationControl;
import dev.longstack.events.Protocol;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes contexts; any thread.
 *
 * <p>What tops a tree is recorded or left out with all that comes of it: requests, work that nobody asked for, and what is
 * created where nobody can tell for whom (a thread that lives on, a loop that takes its work from a queue), since there the next
 * piece of work is another tree. The first request in a run shares the run's lot: it is what the run was made for.
 */
public final class Creations {
    private Creations() {}

    /** A context whose parent is what is current. */
    public static ContextToken create(
            ThreadState state, ContextKind kind, String operation, @Nullable Class<?> taskClass) {
        return create(state, kind, operation, taskClass, state.creator(), state.parent(), false);
    }

    /** A context below this one, as it was in this run of it; null for unknown. It need not be what is current. */
    public static ContextToken createBelow(
            ThreadState state,
            ContextKind kind,
            String operation,
            @Nullable Class<?> taskClass,
            ContextToken creator,
            @Nullable Parent run) {
        if (creator == state.token()) {
            return create(state, kind, operation, taskClass);
        }
        Parent parent = run == null ? Elsewhere.parent(creator, null) : run.onThisThread();
        return create(state, kind, operation, taskClass, creator, parent, false);
    }

    /** A context whose parent is given by its id, 0 for none; what is current hands on the rest, unless there is no parent. */
    public static ContextToken createBelow(
            ThreadState state, ContextKind kind, String operation, @Nullable Class<?> taskClass, long parentId) {
        Inherited current = state.inherited();
        Inherited handedOn = parentId == Protocol.NO_CONTEXT ? Inherited.silencedAlone(current) : current;
        return create(state, kind, operation, taskClass, null, Parent.ofId(parentId, handedOn), false);
    }

    /** A request that begins now. Its name may become known better later. */
    public static ContextToken createRequest(ThreadState state, String name) {
        return create(state, ContextKind.REQUEST, name, null);
    }

    /** A request of which nobody knows yet what was asked for. */
    public static ContextToken createUnnamedRequest(ThreadState state) {
        return createRequest(state, Request.UNNAMED);
    }

    /** A context that nobody is told of before it is handed to somebody: many are made and never used. */
    public static ContextToken createSilently(
            ThreadState state, ContextKind kind, String operation, @Nullable Class<?> taskClass) {
        return create(state, kind, operation, taskClass, state.creator(), state.parent(), true);
    }

    /** A context of which there may be millions below one root: over the budget it is left out, and what it creates is not. */
    public static ContextToken createFork(ThreadState state, String operation, Class<?> taskClass) {
        ContextToken elided = Budget.recordsFork() ? null : state.elidedChild();
        if (elided == null || elided.parent.contextId() <= Protocol.NO_CONTEXT) {
            return create(state, ContextKind.TASK, operation, taskClass);
        }
        Budget.DROPPED_FORKS.increment();
        return elided;
    }

    /** A thread that may live on and work for others: over the budget it is left out, and what it creates has no known parent. */
    public static ContextToken createThread(ThreadState state, String operation, Class<?> taskClass) {
        if (!Observers.present()) {
            ContextToken creator = state.creator();
            boolean leftOut = creator != null && !creator.isWritten();
            boolean below = creator != null && creator.recorded() && creator.kind() != ContextKind.THREAD;
            if (leftOut || (below && !Budget.recordsFork()) || !Budget.recordsThread()) {
                (leftOut ? Budget.DROPPED_CONTEXTS : Budget.DROPPED_FORKS).increment();
                return ContextToken.UNKNOWN;
            }
        }
        ContextToken token = create(state, ContextKind.THREAD, operation, taskClass);
        return token == ContextToken.SAMPLED_OUT ? ContextToken.UNKNOWN : token;
    }

    private static ContextToken create(
            ThreadState state,
            ContextKind kind,
            String operation,
            @Nullable Class<?> taskClass,
            @Nullable ContextToken creator,
            Parent given,
            boolean silently) {
        Map<String, ?> arguments = state.takeArguments();
        boolean ofThread = creator != null && creator.kind() == ContextKind.THREAD;
        boolean request = kind == ContextKind.REQUEST;
        boolean own = request && !sharesTheLotOf(state, creator, ofThread);
        boolean left = creator != null && !creator.isWritten() && !ofThread;
        boolean leftOut = left && !own;
        if (leftOut) {
            Budget.DROPPED_CONTEXTS.increment();
        }
        boolean top = own || ofThread || given.contextId() <= Protocol.NO_CONTEXT;
        boolean written = !leftOut && (!top || Budget.recordsRoot());
        if (!written && !Observers.present()) {
            return ContextToken.SAMPLED_OUT;
        }
        Parent parent = given;
        if (creator != null && !creator.isWritten() && written) {
            // it is not in the recording: of a request that is no provenance, of work an unknown parent
            parent = request
                    ? Parent.ofId(Protocol.NO_CONTEXT, given.inherited())
                    : Parent.unknown(Thread.currentThread(), given.inherited());
        }
        CallSite site = CallSites.of(kind, operation, taskClass, parent.operation());
        if (!site.inherits || Endings.isAfterTheEnd(creator)) {
            parent = Parent.ofId(Protocol.NO_CONTEXT);
            site = CallSites.of(kind, operation, taskClass, null);
        }
        long now = System.nanoTime();
        ContextToken token = token(state, creator, parent, site, now, arguments, operation);
        if (!written) {
            token.leaveOut();
        }
        state.created++;
        if (silently) {
            token.silence();
        } else {
            announced(state, token, now, arguments);
        }
        return token;
    }

    /** The first request in a run is what the run was made for; the run of a thread is not. */
    private static boolean sharesTheLotOf(ThreadState state, @Nullable ContextToken creator, boolean ofThread) {
        Frame frame = state.top();
        if (creator == null || ofThread || frame == null || frame.token != creator || frame.hasRequest) {
            return false;
        }
        frame.hasRequest = true;
        return true;
    }

    private static ContextToken token(
            ThreadState state,
            @Nullable ContextToken creator,
            Parent parent,
            CallSite site,
            long now,
            @Nullable Map<String, ?> arguments,
            String name) {
        long id = state.ids.next();
        boolean request = site.kind == ContextKind.REQUEST;
        if (Observers.present()) {
            Listener[] listeners = Listener.bound(parent.inherited());
            Resolution resolution = Endings.resolution(id, listeners, creator, parent, site.kind);
            CreationStack creation =
                    CreationStack.kept() ? CreationStack.here(site.operation, creationOf(creator)) : null;
            if (listeners.length > 0 || resolution != null || arguments != null || creation != null) {
                Request own = request ? new Request(id, name) : null;
                return new ContextToken.Observed(
                        id, parent, site, now, listeners, resolution, arguments, creation, own);
            }
        }
        return request ? ContextToken.ofRequest(id, parent, site, now, name) : ContextToken.of(id, parent, site, now);
    }

    private static @Nullable CreationStack creationOf(@Nullable ContextToken token) {
        return token instanceof ContextToken.Observed observed ? observed.creation : null;
    }

    /** It was handed to somebody: whoever was to be told of its creation is told now. */
    public static void announce(ThreadState state, ContextToken carried) {
        ContextToken token = carried.target();
        if (token.recorded() && token.announceOnce()) {
            announced(state, token, System.nanoTime(), token.arguments());
        }
    }

    private static void announced(ThreadState state, ContextToken token, long now, @Nullable Map<String, ?> arguments) {
        CallSite site = token.callSite;
        site.created.increment();
        open(state, token);
        if (token.isWritten()
                && (CreationControl.all()
                        || Settings.current().stacks != Settings.Stacks.SAMPLED
                        || site.wantsStack(now))) {
            write(state, token, now, arguments);
        }
        if (token instanceof ContextToken.Observed observed) {
            for (Listener listener : observed.listeners) {
                listener.bind();
                listener.created(state, token);
            }
        }
    }

    /** A run counts what it has created for its own request when it ends; what is created elsewhere counts at once. */
    private static void open(ThreadState state, ContextToken token) {
        Request request = token.request();
        if (request == null || token.kind() == ContextKind.REQUEST || !token.isHop()) {
            return;
        }
        request.open.opened(token.contextId, token.callSite);
        Frame frame = state.top();
        if (frame != null && frame.token != null && frame.token.request() == request) {
            frame.opened++;
        } else {
            request.open.add(1);
        }
    }

    private static void write(ThreadState state, ContextToken token, long now, @Nullable Map<String, ?> arguments) {
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
}
