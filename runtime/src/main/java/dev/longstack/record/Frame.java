package dev.longstack.record;

import dev.longstack.events.ContextInvocationEvent;
import dev.longstack.events.ContextKind;
import dev.longstack.events.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * One invocation that is running on a thread; a thread reuses its frame, with the event in it, for each nesting depth.
 *
 * <p>Written by its own thread alone; the periodic events read it from theirs and accept what the race gives them.
 */
final class Frame {
    final @Nullable Frame below;
    final int depth;
    /** The one that is used for what runs inside; null while that has not happened. */
    @Nullable
    Frame above;

    private @Nullable ContextInvocationEvent event;

    @Nullable
    SchedulingCall scheduling;

    @Nullable
    ContextToken token;

    @Nullable
    Object owner;

    private @Nullable Parent asParent;

    /** What this run hands on to the contexts that it creates. */
    @Nullable
    Inherited inherited;

    /** What contexts created in this run carry that are left out. */
    @Nullable
    ContextToken elidedChild;

    /** The class of the exception that the run is known to have failed with, before its end; null for none. */
    @Nullable
    Class<?> failure;

    int invocation;
    int reentries;
    /** How many hops of its own request it has created. */
    int opened;

    long startNanos;
    boolean toldActive;
    /** Whether an interceptor may still get in: nothing of the run has run yet. */
    boolean fresh;
    /** Whether a request began in it: the first one shares its lot. */
    boolean hasRequest;
    /** Whether it is known to be the last run of a context that may have several. */
    boolean last;
    /** Whether a server works on an exchange in it. */
    boolean exchange;
    /** Whether it took work out of a queue: from then on nobody can tell for whom it works. */
    private boolean worker;
    /** Whether its context was only made current here: no run begins or ends with it. */
    boolean madeCurrent;
    /** How often it has been opened, to tell one use of it from the next. */
    int uses;
    /** Of one of many runs of the same context; 0 where the context itself knows, or none. */
    long triggerId;

    Frame(@Nullable Frame below) {
        this.below = below;
        this.depth = below == null ? 1 : below.depth + 1;
    }

    void open(ContextToken token, Object owner) {
        open(token, owner, token.recorded() ? token.nextInvocation() : 0);
    }

    /** The context is made current without a run, as it was in this run of it; null for unknown. */
    void openCurrent(ContextToken token, @Nullable Parent run, Object owner) {
        open(token, owner, run == null ? 0 : run.invocation());
        madeCurrent = true;
        fresh = false;
        // each request that begins here has a lot of its own
        hasRequest = true;
        if (run != null) {
            inherited = run.inherited();
            worker = run.contextId() == Protocol.UNKNOWN_CONTEXT;
        }
    }

    private void open(ContextToken token, Object owner, int invocation) {
        this.owner = owner;
        this.uses++;
        this.invocation = invocation;
        this.madeCurrent = false;
        this.reentries = 0;
        this.opened = 0;
        this.toldActive = false;
        if (scheduling != null) {
            scheduling.reset();
        }
        this.asParent = null;
        this.elidedChild = null;
        Inherited handedOn = token.parent.inherited();
        // a thread may live on and work for others: what it was started with is not theirs
        this.inherited = token.kind() == ContextKind.THREAD ? Inherited.silencedAlone(handedOn) : handedOn;
        this.fresh = true;
        this.hasRequest = false;
        this.exchange = false;
        this.last = false;
        this.worker = false;
        this.triggerId = 0;
        this.failure = null;
        this.startNanos = System.nanoTime();
        this.token = token;
    }

    /** An idle thread must keep nothing of the application alive. */
    void close() {
        token = null;
        owner = null;
        asParent = null;
        elidedChild = null;
        inherited = null;
        failure = null;
        ContextInvocationEvent used = event;
        if (used != null) {
            used.taskClass = null;
            used.queueType = null;
            used.failure = null;
            used.creationThread = null;
        }
        if (scheduling != null) {
            scheduling.reset();
        }
    }

    ContextInvocationEvent event() {
        ContextInvocationEvent used = event;
        if (used == null) {
            used = new ContextInvocationEvent();
            event = used;
        }
        return used;
    }

    /** It took an element out of a queue: what it creates from now on may be anybody's. */
    void becomeWorker() {
        ContextToken running = token;
        if (!worker && running != null && running.mayBecomeWorker() && Callers.isTheApplication()) {
            worker = true;
            inherited = Inherited.silencedAlone(inherited);
            asParent = null;
        }
    }

    /** Whether it has created contexts, which name it as their parent. */
    boolean hasChildren() {
        return asParent != null;
    }

    boolean isWorker() {
        return worker;
    }

    /** The request that the run works for, as far as known now; null for none. */
    @Nullable
    Request request(ContextToken current) {
        return worker ? Request.UNKNOWN : current.request();
    }

    /** What children created in this run have as their parent: made anew when what they inherit has changed. */
    @SuppressWarnings("ReferenceEquality") // what is inherited is immutable
    Parent asParent(ContextToken current) {
        Parent parent = asParent;
        if (parent == null || parent.inherited() != inherited) {
            parent = worker
                    ? Parent.unknown(Thread.currentThread(), inherited)
                    : new Parent(
                            current.contextId,
                            invocation,
                            current.operation(),
                            0,
                            Thread.currentThread(),
                            inherited,
                            current.request());
            asParent = parent;
        }
        return parent;
    }
}
