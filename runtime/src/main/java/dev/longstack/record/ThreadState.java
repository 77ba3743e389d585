package dev.longstack.record;

import dev.longstack.events.ContextKind;
import dev.longstack.events.Protocol;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the recorder keeps for a thread: the invocations that run on it, innermost last, a block of ids, counters, and what is
 * handed over from one woven place to the next.
 *
 * <p>Written by its own thread alone.
 */
public final class ThreadState {
    private static final ThreadLocal<@Nullable ThreadState> CURRENT = new ThreadLocal<>();
    /** Whether there was ever a state: looking for one would make the map of thread-locals of each virtual thread. */
    private static boolean used;
    /** Deeper nesting is a runaway recursion: the outer frames stay, the inner ones are not recorded. */
    private static final int MAX_DEPTH = 4096;

    final boolean virtual;
    final int stripe;
    WeakReference<Thread> thread;
    final IdBlock ids;

    private @Nullable Frame outermost;
    private @Nullable Frame top;

    long created;
    long released;
    long committed;

    private @Nullable HandOver handOver;
    private @Nullable SchedulingCall scheduling;
    /** What is handed on by what runs in no context. */
    private @Nullable Inherited outside;

    ThreadState(Thread thread, boolean virtual, int stripe) {
        this.thread = new WeakReference<>(thread);
        this.virtual = virtual;
        this.stripe = stripe;
        this.ids = new IdBlock(virtual);
    }

    /** Whether any thread ever had a state, without which there is no context. */
    public static boolean wasEverUsed() {
        return used;
    }

    /** The state of the current thread, made when first asked for. */
    public static ThreadState current() {
        ThreadState state = currentOrNull();
        return state != null ? state : create(Thread.currentThread());
    }

    /** The state of the current thread; null where nothing has been recorded on it. */
    public static @Nullable ThreadState currentOrNull() {
        // so small that it costs nothing where nothing was ever recorded
        return used ? find(Thread.currentThread()) : null;
    }

    private static @Nullable ThreadState find(Thread thread) {
        VirtualThreadSlots slots = VirtualThreads.isVirtual(thread) ? VirtualThreadSlots.installed() : null;
        if (slots == null) {
            return CURRENT.get();
        }
        Object content = slots.get(thread);
        if (content instanceof ThreadState state) {
            return state;
        }
        return content instanceof ContextToken token ? adopt(thread, token) : null;
    }

    private static ThreadState create(Thread thread) {
        if (!used) {
            used = true;
            PeriodicEvents.install();
        }
        ThreadState state = ThreadStates.add(thread);
        VirtualThreadSlots slots = VirtualThreads.isVirtual(thread) ? VirtualThreadSlots.installed() : null;
        if (slots == null || !slots.set(thread, state)) {
            CURRENT.set(state);
        }
        return state;
    }

    /** A thread that was started with no context of its own gets a state only once that is asked for. */
    private static ThreadState adopt(Thread thread, ContextToken token) {
        ThreadState state = create(thread);
        Frame ignored = state.push(token, thread);
        return state;
    }

    /** A virtual thread was made for this task, which nobody can ask it for later. */
    public static void made(Thread thread, @Nullable Object task) {
        VirtualThreadSlots slots = VirtualThreadSlots.installed();
        boolean ignored = slots != null && slots.set(thread, task);
    }

    /** The task that a virtual thread was made for; null for unknown. */
    public static @Nullable Object taskOf(Thread thread) {
        VirtualThreadSlots slots = VirtualThreadSlots.installed();
        return slots == null ? null : slots.get(thread);
    }

    /** Gives a virtual thread that is about to be started the token that it begins with; null for none. False where it has no slot. */
    public static boolean handTo(Thread thread, @Nullable ContextToken token) {
        VirtualThreadSlots slots = VirtualThreadSlots.installed();
        used = true;
        return slots != null && slots.set(thread, token);
    }

    /** The token that this virtual thread was started with, once: what is no context of its own stays. Null for none. */
    public static @Nullable ContextToken takeFirst(Thread thread) {
        VirtualThreadSlots slots = VirtualThreads.isVirtual(thread) ? VirtualThreadSlots.installed() : null;
        if (slots != null && slots.get(thread) instanceof ContextToken token) {
            if (token.recorded()) {
                boolean ignored = slots.set(thread, null);
            }
            return token;
        }
        return null;
    }

    /** The state of the current thread, a virtual one that ends; null where it never got one. */
    static @Nullable ThreadState ofEnding(Thread thread) {
        VirtualThreadSlots slots = VirtualThreadSlots.installed();
        if (slots == null) {
            return used ? CURRENT.get() : null;
        }
        return slots.get(thread) instanceof ThreadState state ? state : null;
    }

    /** The current thread, a virtual one, ends: another may get the state. */
    static void leave(Thread thread) {
        VirtualThreadSlots slots = VirtualThreadSlots.installed();
        if (slots == null || !slots.set(thread, null)) {
            CURRENT.remove();
        }
    }

    /** Forgets the thread, for another. */
    void reset() {
        while (top != null) {
            top.close();
            top = top.below;
        }
        created = 0;
        released = 0;
        committed = 0;
        handOver = null;
        scheduling = null;
        outside = null;
    }

    /** What woven places on this thread hand over. */
    public HandOver handOver() {
        HandOver slots = handOver;
        if (slots == null) {
            slots = new HandOver();
            handOver = slots;
        }
        return slots;
    }

    /** The same; null where nothing was handed over yet. */
    public @Nullable HandOver handOverOrNull() {
        return handOver;
    }

    /** The outermost frame in use; null for none. For any thread, as far as the race allows. */
    @Nullable
    Frame outermost() {
        return top == null ? null : outermost;
    }

    /** How many frames are in use. */
    int depth() {
        Frame innermost = top;
        return innermost == null ? 0 : innermost.depth;
    }

    /** What a run that begins now is inside of; null for nothing. */
    @Nullable
    Frame top() {
        return top;
    }

    /** The context that is current; null for none. */
    public @Nullable ContextToken token() {
        Frame frame = top;
        return frame == null ? null : frame.token;
    }

    /** The id of the context that is current; 0 for none. */
    public long contextId() {
        ContextToken token = token();
        return token == null ? Protocol.NO_CONTEXT : token.contextId;
    }

    /** The id of who completes a future now: 0 for nobody, -1 for somebody that the recording can't name. */
    public long completerId() {
        Frame frame = top;
        ContextToken token = frame == null ? null : frame.token;
        if (frame == null || token == null) {
            return Protocol.NO_CONTEXT;
        }
        return frame.isWorker() || !token.isWritten() ? Protocol.UNKNOWN_CONTEXT : token.contextId;
    }

    /** What runs here took an element out of a queue that is not followed. */
    public void tookWork() {
        Frame frame = top;
        if (frame != null) {
            frame.becomeWorker();
        }
    }

    /** What creates a context now; null for none. */
    @Nullable
    ContextToken creator() {
        Frame frame = top;
        return frame == null ? null : frame.isWorker() ? ContextToken.UNKNOWN : frame.token;
    }

    /** The request whose own run this is, or is inside of on this thread: the innermost one. Null for none. */
    @Nullable
    Request runningRequest() {
        for (Frame frame = top; frame != null; frame = frame.below) {
            ContextToken token = frame.token;
            if (token != null && token.kind() == ContextKind.REQUEST) {
                return token.request();
            }
        }
        return null;
    }

    /** The name of the request that runs on this thread is known better now. Answers with the one before; null where it stays. */
    public @Nullable String renameRequest(UnaryOperator<String> name, Request.Named how) {
        Request request = runningRequest();
        return request == null ? null : request.rename(name, how);
    }

    /** Whether what runs here is inside an exchange that a server began. */
    public boolean isInExchange() {
        return exchange() != null;
    }

    /** The exchange that this is inside of failed, although its server will catch the exception; false where it is in none. */
    public boolean failExchange(Throwable failure) {
        Frame frame = exchange();
        if (frame != null) {
            frame.failure = failure.getClass();
        }
        return frame != null;
    }

    private @Nullable Frame exchange() {
        Frame frame = top;
        while (frame != null && !frame.exchange) {
            frame = frame.below;
        }
        return frame;
    }

    /** The run that has just begun is the server's work on an exchange: whatever else begins a request in it is the same. */
    public void isExchange() {
        if (top != null) {
            top.exchange = true;
        }
    }

    /** What a context created now has as its parent. */
    public Parent parent() {
        ContextToken token = token();
        if (token == null) {
            ContextToken elsewhere = Elsewhere.current();
            return elsewhere == null ? Parent.ofId(Protocol.NO_CONTEXT, outside) : Elsewhere.parent(elsewhere, outside);
        }
        Frame frame = Objects.requireNonNull(top, "invariant: it has a token");
        return token.recorded() || frame.isWorker() ? frame.asParent(token) : token.parent.with(frame.inherited);
    }

    /** Whether what happens here goes to the recording: false where the root was sampled out. */
    public boolean isWritten() {
        ContextToken token = token();
        return token == null || token.isWritten();
    }

    /** What the innermost run hands on; null for nothing. */
    @Nullable
    Inherited inherited() {
        return top == null ? outside : top.inherited;
    }

    void inherit(@Nullable Inherited now) {
        if (top == null) {
            outside = now;
        } else {
            top.inherited = now;
        }
    }

    /** From now on these, innermost first, are not told of what happens here and of what comes of it. */
    @SuppressWarnings("ReferenceEquality") // the lists share their tails
    void silence(Inherited.@Nullable Link silenced) {
        Inherited now = inherited();
        if (Inherited.silencedOf(now) != silenced) {
            inherit(Inherited.withSilenced(now, silenced));
        }
    }

    /** The value that the innermost run has for the key; null for none. */
    public @Nullable Object value(Object key) {
        return Inherited.value(inherited(), key);
    }

    /** Sets it, for this run and what it creates from now on; null takes it away. */
    public void value(Object key, @Nullable Object value) {
        inherit(Inherited.withValue(inherited(), key, value));
    }

    /** The same, and what sets it back to what it was in this run, once, on this thread, also where another one runs inside. */
    public Runnable valueForNow(Object key, @Nullable Object value) {
        Frame frame = top;
        int use = frame == null ? 0 : frame.uses;
        Object before = value(key);
        value(key, value);
        boolean[] done = new boolean[1];
        return () -> {
            if (done[0] || currentOrNull() != this) {
                return;
            }
            done[0] = true;
            if (frame == null) {
                outside = Inherited.withValue(outside, key, before);
            } else if (frame.token != null && frame.uses == use) {
                frame.inherited = Inherited.withValue(frame.inherited, key, before);
            }
        };
    }

    /** From now on what runs here, and what it creates, is in the segment of this name. The result ends that. */
    public Object enterSegment(String name) {
        Inherited now = Inherited.withSegment(inherited(), BoundInterceptor.segment(name));
        inherit(now);
        return Objects.requireNonNull(now.segments, "invariant: it was just added");
    }

    /** Leaves the segment, with those that were entered in it; nothing where it is left already. */
    public void leaveSegment(Object entered) {
        Inherited now = inherited();
        for (Inherited.Link each = Inherited.segmentsOf(now); each != null; each = each.outer()) {
            if (each == entered) {
                inherit(Inherited.withSegments(now, each.outer()));
                return;
            }
        }
    }

    /** The frame that this owner has just begun, once; null where it has not. */
    @Nullable
    Frame takeFresh(Object owner) {
        Frame frame = top;
        if (frame == null || frame.owner != owner || !frame.fresh) {
            return null;
        }
        frame.fresh = false;
        return frame;
    }

    /** The arguments of the call that creates a context now, once; null for none. */
    @Nullable
    Map<String, ?> takeArguments() {
        return handOver == null ? null : handOver.takeArguments();
    }

    /** The calls such as {@code submit} that are open in the innermost run. */
    public SchedulingCall scheduling() {
        SchedulingCall call = schedulingOrNull();
        if (call == null) {
            call = new SchedulingCall();
            if (top == null) {
                scheduling = call;
            } else {
                top.scheduling = call;
            }
        }
        return call;
    }

    /** The same; null where there never was one. */
    public @Nullable SchedulingCall schedulingOrNull() {
        return top == null ? scheduling : top.scheduling;
    }

    /** What a context that is created now and left out carries; null where nothing is current. */
    @Nullable
    ContextToken elidedChild() {
        Frame frame = top;
        if (frame == null) {
            return null;
        }
        ContextToken elided = frame.elidedChild;
        if (elided == null) {
            elided = ContextToken.elided(parent().acrossElided());
            frame.elidedChild = elided;
        }
        return elided;
    }

    /** The owner of the innermost frame; null for none. */
    public @Nullable Object owner() {
        return top == null ? null : top.owner;
    }

    /** Null where the nesting is too deep. */
    @Nullable
    Frame push(ContextToken token, Object owner) {
        Frame frame = above();
        if (frame != null) {
            frame.open(token, owner);
            top = frame;
        }
        return frame;
    }

    /** The same for a context that is made current without a run, as it was in this run of it; null for unknown. */
    @Nullable
    Frame pushCurrent(ContextToken token, @Nullable Parent run, Object owner) {
        Frame frame = above();
        if (frame != null) {
            frame.openCurrent(token, run, owner);
            top = frame;
        }
        return frame;
    }

    private @Nullable Frame above() {
        Frame frame = top == null ? outermost : top.above;
        if (frame == null) {
            if (top != null && top.depth == MAX_DEPTH) {
                return null;
            }
            frame = new Frame(top);
            if (top == null) {
                outermost = frame;
            } else {
                top.above = frame;
            }
        }
        return frame;
    }

    /** The innermost frame of the owner, without those above it; null where the owner has none. */
    @Nullable
    Frame topOf(Object owner) {
        Frame frame = top;
        while (frame != null && frame.owner != owner) {
            frame = frame.below;
        }
        return frame;
    }

    /** Takes the frame off, with any that were left above it. */
    void pop(Frame frame) {
        while (top != null) {
            Frame closed = top;
            top = closed.below;
            closed.close();
            if (closed == frame) {
                break;
            }
        }
        if (top == null && handOver != null) {
            handOver.forgetTaken();
        }
    }
}
