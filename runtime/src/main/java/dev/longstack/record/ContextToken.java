package dev.longstack.record;

import dev.longstack.events.ContextKind;
import dev.longstack.events.Protocol;
import java.util.Map;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * One context while it lives in the JVM: what is known of it at creation, carried to its invocation.
 *
 * <p>Immutable but for the schedule, which the creating or claiming thread writes before it hands the work over, and for the
 * state, which is atomic. Times are of {@link System#nanoTime()}. There is one for each hop, so its size is measured: 56 bytes.
 */
public sealed class ContextToken {
    private static final AtomicIntegerFieldUpdater<ContextToken> STATE =
            AtomicIntegerFieldUpdater.newUpdater(ContextToken.class, "state");

    /** Carried where the root was sampled out: its descendants are left out with it, and counted. */
    public static final ContextToken SAMPLED_OUT = unwritten(elided(Parent.NONE));

    /** What runs here works for somebody, and nobody can tell for whom; it has no context of its own. */
    public static final ContextToken UNKNOWN = elided(Parent.UNKNOWN);

    private static final int RELEASED = 1;
    private static final int AMBIGUOUS = 2;
    private static final int UNWRITTEN = 4;
    /** Nobody was told of it yet: it was made, and handed to nobody. */
    private static final int SILENT = 8;

    private static final int INVOCATION = 16;

    final long contextId;
    final long creationNanos;
    final Parent parent;
    final CallSite callSite;

    long dueNanos;

    @Nullable
    Class<?> queueType;

    /** Of no meaning without a queue type. */
    int queueLength;

    /** The flags, and above them how many runs began. */
    private volatile int state;

    private ContextToken(long contextId, Parent parent, CallSite callSite, long creationNanos) {
        this.contextId = contextId;
        this.parent = parent;
        this.callSite = callSite;
        this.creationNanos = creationNanos;
        this.dueNanos = creationNanos;
    }

    static ContextToken of(long contextId, Parent parent, CallSite callSite, long creationNanos) {
        return switch (callSite.kind) {
            case CONTINUATION -> new Continuation(contextId, parent, callSite, creationNanos);
            case THREAD -> new OfThread(contextId, parent, callSite, creationNanos);
            default -> new ContextToken(contextId, parent, callSite, creationNanos);
        };
    }

    /** A request, with its name. */
    static ContextToken ofRequest(long contextId, Parent parent, CallSite callSite, long creationNanos, String name) {
        return new OfRequest(contextId, parent, callSite, creationNanos, new Request(contextId, name));
    }

    /** Stands for contexts that are left out below this recorded one, which becomes the parent of what they create. */
    static ContextToken elided(Parent ancestor) {
        return new ContextToken(ancestor.contextId(), ancestor, CallSite.NOWHERE, 0);
    }

    private static ContextToken unwritten(ContextToken token) {
        boolean ignored = token.set(UNWRITTEN);
        return token;
    }

    /** It is known in this JVM alone: the recording leaves it out, with all that comes of it. */
    void leaveOut() {
        boolean ignored = set(UNWRITTEN);
    }

    boolean isWritten() {
        return (state & UNWRITTEN) == 0;
    }

    /** For an object around the one that carries this token: the run is the inner one's. */
    public ContextToken relay() {
        return recorded() ? new Relay(this) : this;
    }

    public boolean isRelay() {
        return false;
    }

    /** The token itself; of a relay, what it stands for. */
    public ContextToken target() {
        return this;
    }

    /** One that is triggered by what completes its source. */
    private static final class Continuation extends ContextToken {
        private long triggerId;

        Continuation(long contextId, Parent parent, CallSite callSite, long creationNanos) {
            super(contextId, parent, callSite, creationNanos);
        }

        @Override
        long triggerId() {
            return triggerId;
        }

        @Override
        void triggeredBy(long id) {
            triggerId = id > 0 && id == parent.contextId() ? Protocol.NO_CONTEXT : id;
        }
    }

    /**
     * One that somebody else than a recording wants to know of.
     *
     * <p>It has its own class, so that the others, of which there are many more, stay small.
     */
    static final class Observed extends ContextToken {
        final Listener[] listeners;
        final @Nullable Resolution resolution;
        final @Nullable Map<String, ?> arguments;
        final @Nullable CreationStack creation;
        private final @Nullable Request own;
        private long triggerId;

        Observed(
                long contextId,
                Parent parent,
                CallSite callSite,
                long creationNanos,
                Listener[] listeners,
                @Nullable Resolution resolution,
                @Nullable Map<String, ?> arguments,
                @Nullable CreationStack creation,
                @Nullable Request own) {
            super(contextId, parent, callSite, creationNanos);
            this.own = own;
            this.listeners = listeners;
            this.resolution = resolution;
            this.arguments = arguments;
            this.creation = creation;
        }

        @Override
        @Nullable
        Request request() {
            if (own != null) {
                return own;
            }
            return callSite.kind == ContextKind.THREAD ? Request.orUnknown(parent.request()) : super.request();
        }

        @Override
        public String operation() {
            return own == null ? callSite.operation : own.open.name();
        }

        @Override
        long triggerId() {
            return triggerId;
        }

        @Override
        void triggeredBy(long id) {
            if (callSite.kind == ContextKind.CONTINUATION) {
                triggerId = id > 0 && id == parent.contextId() ? Protocol.NO_CONTEXT : id;
            }
        }
    }

    /** One that tops a tree, and refers to what is known of it. */
    private static final class OfRequest extends ContextToken {
        private final Request request;

        OfRequest(long contextId, Parent parent, CallSite callSite, long creationNanos, Request request) {
            super(contextId, parent, callSite, creationNanos);
            this.request = request;
        }

        @Override
        Request request() {
            return request;
        }

        @Override
        public String operation() {
            return request.open.name();
        }
    }

    /** A thread that its starter's request says nothing of: it may live on and work for others. */
    private static final class OfThread extends ContextToken {
        OfThread(long contextId, Parent parent, CallSite callSite, long creationNanos) {
            super(contextId, parent, callSite, creationNanos);
        }

        @Override
        @Nullable
        Request request() {
            return Request.orUnknown(parent.request());
        }
    }

    private static final class Relay extends ContextToken {
        private final ContextToken inner;

        Relay(ContextToken inner) {
            super(inner.contextId, inner.parent, inner.callSite, inner.creationNanos);
            this.inner = inner;
        }

        @Override
        public boolean isRelay() {
            return true;
        }

        @Override
        public ContextToken target() {
            return inner;
        }
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

    /** The request that it is part of; a request's own is itself, and the runs of periodic work are nobody's. Null for none. */
    @Nullable
    Request request() {
        return callSite.kind == ContextKind.PERIODIC ? null : parent.request();
    }

    public ContextKind kind() {
        return callSite.kind;
    }

    /** The user's class; null for none or unknown. */
    public @Nullable Class<?> taskClass() {
        return callSite.taskClass;
    }

    /** The arguments of the creating call; null where nobody asked. */
    public @Nullable Map<String, ?> arguments() {
        return this instanceof Observed observed ? observed.arguments : null;
    }

    /** Where it was created, and what created that, as far as stacks were taken; null for unknown. */
    public @Nullable Throwable creation() {
        if (this instanceof Observed observed && observed.creation != null) {
            return observed.creation.asThrowable();
        }
        return callSite.typicalStack();
    }

    /**
     * Whether it counts as an open hop of its request, from its creation to its end. The JDK's inner steps don't: its HttpClient
     * leaves continuations behind which nothing completes.
     */
    boolean isHop() {
        Request request = request();
        return request != null
                && request.isKnown()
                && (state & (UNWRITTEN | SILENT)) == 0
                && recorded()
                && callSite.kind.endsWithItsInvocation()
                && !callSite.isOfTheJdk;
    }

    /** Whether its run, once it has taken an element out of a queue, may work for anybody. */
    boolean mayBecomeWorker() {
        boolean leftOutBelow = !recorded() && isWritten() && contextId > Protocol.NO_CONTEXT;
        return leftOutBelow || callSite.mayBecomeWorker;
    }

    /** Nobody is told of it before {@link #announceOnce}. */
    void silence() {
        boolean ignored = set(SILENT);
    }

    /** True for the one caller that tells of it, where nobody was told before. */
    boolean announceOnce() {
        int before = state;
        while ((before & SILENT) != 0) {
            if (STATE.compareAndSet(this, before, before & ~SILENT)) {
                return true;
            }
            before = state;
        }
        return false;
    }

    /** Whether it stands for no context at all, where nothing is to be current. */
    public boolean isNone() {
        return contextId == Protocol.NO_CONTEXT && isWritten();
    }

    /** Whether it is a context of its own, and not one that stands for those left out. */
    public boolean recorded() {
        return callSite != CallSite.NOWHERE;
    }

    /** The context whose run caused this one, where it is not the parent; 0 for none, -1 for unknown. */
    long triggerId() {
        return Protocol.NO_CONTEXT;
    }

    void triggeredBy(long id) {}

    /** Says that nobody can tell any more which of several contexts of the same object runs. */
    public void markAmbiguous() {
        // what is not recorded shares its tokens
        if (recorded()) {
            set(AMBIGUOUS);
        }
    }

    public boolean isAmbiguous() {
        return (state & AMBIGUOUS) != 0;
    }

    /** Whether its run may not be the last one; where nothing is recorded nobody knows. */
    public boolean runsAgain() {
        return !recorded() || !callSite.kind.endsWithItsInvocation();
    }

    int invocations() {
        return state / INVOCATION;
    }

    int nextInvocation() {
        return STATE.addAndGet(this, INVOCATION) / INVOCATION;
    }

    /** True for the one caller that releases it. */
    boolean releaseOnce() {
        return set(RELEASED);
    }

    public boolean isReleased() {
        return (state & RELEASED) != 0;
    }

    private boolean set(int flag) {
        int before = state;
        while ((before & flag) == 0) {
            if (STATE.compareAndSet(this, before, before | flag)) {
                return true;
            }
            before = state;
        }
        return false;
    }
}
