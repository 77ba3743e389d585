package dev.longstack.record;

import dev.longstack.events.ContextKind;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * One context while it lives in the JVM: what is known of it at creation, carried to its invocation.
 *
 * <p>Immutable but for the schedule, which the creating or claiming thread writes before it hands the work over, and for two
 * atomic counters. Times are of {@link System#nanoTime()}.
 */
public final class ContextToken {
    /** Carried where the root was sampled out: its descendants are left out with it, and counted. */
    public static final ContextToken SAMPLED_OUT =
            new ContextToken(0, Parent.NONE, ContextKind.TASK, CallSite.NOWHERE, null, 0);

    static final int LENGTH_UNKNOWN = -1;

    private static final AtomicIntegerFieldUpdater<ContextToken> INVOCATIONS =
            AtomicIntegerFieldUpdater.newUpdater(ContextToken.class, "invocations");
    private static final AtomicIntegerFieldUpdater<ContextToken> RELEASED =
            AtomicIntegerFieldUpdater.newUpdater(ContextToken.class, "released");

    final long contextId;
    final Parent parent;
    final ContextKind kind;
    final CallSite callSite;
    final @Nullable Thread creationThread;
    final long creationNanos;

    long dueNanos;
    long triggerId;

    @Nullable
    Class<?> queueType;

    int queueLength = LENGTH_UNKNOWN;
    boolean ambiguous;

    private volatile int invocations;
    private volatile int released;

    ContextToken(
            long contextId,
            Parent parent,
            ContextKind kind,
            CallSite callSite,
            @Nullable Thread creationThread,
            long creationNanos) {
        this.contextId = contextId;
        this.parent = parent;
        this.kind = kind;
        this.callSite = callSite;
        this.creationThread = creationThread;
        this.creationNanos = creationNanos;
        this.dueNanos = creationNanos;
    }

    /** Unique in this JVM; 0 for {@link #SAMPLED_OUT}. */
    public long contextId() {
        return contextId;
    }

    public Parent parent() {
        return parent;
    }

    public String operation() {
        return callSite.operation;
    }

    @SuppressWarnings("ReferenceEquality")
    public boolean recorded() {
        return this != SAMPLED_OUT;
    }

    /** Says that nobody can tell any more which of several contexts of the same object runs. */
    public void markAmbiguous() {
        ambiguous = true;
    }

    public boolean isAmbiguous() {
        return ambiguous;
    }

    int invocations() {
        return invocations;
    }

    int nextInvocation() {
        return INVOCATIONS.incrementAndGet(this);
    }

    /** True for the one caller that releases it. */
    boolean releaseOnce() {
        return RELEASED.compareAndSet(this, 0, 1);
    }

    public boolean isReleased() {
        return released != 0;
    }
}
