package dev.longstack.record;

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
    public static final ContextToken SAMPLED_OUT = elided(Parent.NONE);

    static final int LENGTH_UNKNOWN = -1;

    private static final AtomicIntegerFieldUpdater<ContextToken> INVOCATIONS =
            AtomicIntegerFieldUpdater.newUpdater(ContextToken.class, "invocations");
    private static final AtomicIntegerFieldUpdater<ContextToken> RELEASED =
            AtomicIntegerFieldUpdater.newUpdater(ContextToken.class, "released");

    final long contextId;
    final Parent parent;
    final CallSite callSite;
    final @Nullable Thread creationThread;
    final long creationNanos;

    long dueNanos;
    long triggerId;

    @Nullable
    Class<?> queueType;

    int queueLength = LENGTH_UNKNOWN;
    boolean ambiguous;

    private @Nullable Object runner;

    private volatile int invocations;
    private volatile int released;

    ContextToken(
            long contextId, Parent parent, CallSite callSite, @Nullable Thread creationThread, long creationNanos) {
        this.contextId = contextId;
        this.parent = parent;
        this.callSite = callSite;
        this.creationThread = creationThread;
        this.creationNanos = creationNanos;
        this.dueNanos = creationNanos;
    }

    /** Stands for contexts that are left out below this recorded one, which becomes the parent of what they create. */
    static ContextToken elided(Parent ancestor) {
        return new ContextToken(ancestor.contextId(), ancestor, CallSite.NOWHERE, null, 0);
    }

    /** Unique in this JVM; of an elided context its nearest recorded ancestor's, 0 for {@link #SAMPLED_OUT}. */
    public long contextId() {
        return contextId;
    }

    public Parent parent() {
        return parent;
    }

    public String operation() {
        return callSite.operation;
    }

    public boolean recorded() {
        return callSite != CallSite.NOWHERE;
    }

    @SuppressWarnings("ReferenceEquality")
    boolean isSampledOut() {
        return this == SAMPLED_OUT;
    }

    /** Says that nobody can tell any more which of several contexts of the same object runs. */
    public void markAmbiguous() {
        // what is not recorded shares its tokens
        ambiguous = recorded();
    }

    public boolean isAmbiguous() {
        return ambiguous;
    }

    /** Says that of several objects which carry this token, the run of this one is the context's. */
    public void runBy(Object carrier) {
        if (recorded()) {
            runner = carrier;
        }
    }

    public boolean isRunBy(Object carrier) {
        return runner == null || runner == carrier;
    }

    /** Whether its run may not be the last one; where nothing is recorded nobody knows. */
    public boolean runsAgain() {
        return !recorded() || !callSite.kind.endsWithItsInvocation();
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
