package dev.longstack.record;

import dev.longstack.events.ContextInvocationEvent;
import org.jspecify.annotations.Nullable;

/**
 * One invocation that is running on a thread; a thread reuses its frame, with the event in it, for each nesting depth.
 *
 * <p>Written by its own thread alone; the periodic events read it from theirs and accept what the race gives them.
 */
final class Frame {
    final ContextInvocationEvent event = new ContextInvocationEvent();

    @Nullable
    SchedulingCall scheduling;

    @Nullable
    ContextToken token;

    @Nullable
    Object owner;

    @Nullable
    Parent asParent;

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
    long startNanos;
    boolean toldActive;
    /** Whether an interceptor may still get in: nothing of the run has run yet. */
    boolean fresh;
    /** Of one of many runs of the same context; 0 where the context itself knows, or none. */
    long triggerId;

    void open(ContextToken token, Object owner) {
        this.owner = owner;
        this.invocation = token.recorded() ? token.nextInvocation() : 0;
        this.reentries = 0;
        this.toldActive = false;
        if (scheduling != null) {
            scheduling.reset();
        }
        this.asParent = null;
        this.elidedChild = null;
        this.inherited = token.parent.inherited();
        this.fresh = true;
        this.triggerId = 0;
        this.failure = null;
        this.startNanos = System.nanoTime();
        this.token = token;
    }

    void close() {
        token = null;
        owner = null;
        asParent = null;
        elidedChild = null;
        inherited = null;
    }

    /** What children created in this run have as their parent: made anew when what they inherit has changed. */
    @SuppressWarnings("ReferenceEquality") // what is inherited is immutable
    Parent asParent(ContextToken current) {
        Parent parent = asParent;
        if (parent == null || parent.inherited() != inherited) {
            parent = new Parent(
                    current.contextId, invocation, current.operation(), 0, Thread.currentThread(), inherited);
            asParent = parent;
        }
        return parent;
    }
}
