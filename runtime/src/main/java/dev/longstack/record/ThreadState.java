package dev.longstack.record;

import dev.longstack.events.Protocol;
import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the recorder keeps for a thread: the invocations that run on it, innermost last, a block of ids, counters, and the
 * slots in which weaving hands a token from one woven place to the next on the same thread.
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

    Frame[] frames = {new Frame()};
    int depth;

    long created;
    long released;
    long committed;

    private @Nullable SchedulingCall scheduling;
    /** The task that this thread is putting into a queue, with the token that the queue's node may take along. */
    public @Nullable Object offeredTask;

    public @Nullable ContextToken offeredToken;
    /** The task that this thread took out of a queue last, with the token found there. */
    public @Nullable Object takenTask;

    public @Nullable ContextToken takenToken;
    /** The virtual thread that this thread constructed last, with its task. */
    public @Nullable Thread constructedThread;

    public @Nullable Object constructedTask;
    /** How many workers of pools this thread is starting now. */
    public int startingWorkers;
    /** The continuation that this thread is about to run if nobody else claims it. */
    public @Nullable ContextToken armedToken;

    private @Nullable ContextToken firstToken;
    /** What is handed on by what runs in no context. */
    private @Nullable Inherited outside;
    /** The arguments of the call that creates a context next. */
    public @Nullable Map<String, ?> arguments;
    /** Whether the continuation that is constructed next goes to an executor. */
    public boolean asynchronous;

    ThreadState(Thread thread, boolean virtual, int stripe) {
        this.thread = new WeakReference<>(thread);
        this.virtual = virtual;
        this.stripe = stripe;
        this.ids = new IdBlock(virtual);
    }

    /** The state of the current thread, made when first asked for. */
    public static ThreadState current() {
        ThreadState state = CURRENT.get();
        return state != null ? state : create();
    }

    /** The state of the current thread; null where nothing has been recorded on it. */
    public static @Nullable ThreadState currentOrNull() {
        return used ? CURRENT.get() : null;
    }

    private static ThreadState create() {
        if (!used) {
            used = true;
            PeriodicEvents.install();
        }
        ThreadState state = ThreadStates.add(Thread.currentThread());
        CURRENT.set(state);
        return state;
    }

    /**
     * Gives a thread that is about to be started its state, with the token that it begins with. False where the agent could not
     * get at the map of thread-locals: the token must then go beside.
     */
    public static boolean handOver(Thread thread, ContextToken token) {
        if (!ThreadLocals.canBeGiven()) {
            return false;
        }
        ThreadState state = ThreadStates.add(thread);
        state.firstToken = token;
        ThreadLocals.give(thread, CURRENT, state);
        return true;
    }

    /** The token that the current thread was started with, once; null for none. */
    public @Nullable ContextToken takeFirstToken() {
        ContextToken token = firstToken;
        firstToken = null;
        return token;
    }

    /** The token of a thread that could not be started; null for none. */
    public static @Nullable ContextToken takeBack(Thread thread) {
        ThreadState state = ThreadStates.removeNotStarted(thread);
        return state == null ? null : state.takeFirstToken();
    }

    /** The current thread, a virtual one, ends: another may get the state. */
    static void leave() {
        CURRENT.remove();
    }

    /** Forgets the thread, for another. */
    void reset() {
        while (depth > 0) {
            frames[--depth].close();
        }
        created = 0;
        released = 0;
        committed = 0;
        scheduling = null;
        offeredTask = null;
        offeredToken = null;
        takenTask = null;
        takenToken = null;
        constructedThread = null;
        constructedTask = null;
        startingWorkers = 0;
        armedToken = null;
        firstToken = null;
        asynchronous = false;
        outside = null;
        arguments = null;
    }

    /** The context that is current; null for none. */
    public @Nullable ContextToken token() {
        int top = depth;
        return top == 0 ? null : frames[top - 1].token;
    }

    /** The id of the context that is current; 0 for none. */
    public long contextId() {
        ContextToken token = token();
        return token == null ? Protocol.NO_CONTEXT : token.contextId;
    }

    /** What a context created now has as its parent. */
    public Parent parent() {
        ContextToken token = token();
        if (token == null) {
            ContextToken elsewhere = Elsewhere.current();
            return elsewhere == null ? Parent.ofId(Protocol.NO_CONTEXT, outside) : Elsewhere.parent(elsewhere, outside);
        }
        Frame frame = frames[depth - 1];
        return token.recorded() ? frame.asParent(token) : token.parent.with(frame.inherited);
    }

    /** Whether what happens here goes to the recording: false where the root was sampled out. */
    public boolean isWritten() {
        ContextToken token = token();
        return token == null || token.isWritten();
    }

    /** What the innermost run hands on; null for nothing. */
    @Nullable
    Inherited inherited() {
        return depth == 0 ? outside : frames[depth - 1].inherited;
    }

    void inherit(@Nullable Inherited now) {
        if (depth == 0) {
            outside = now;
        } else {
            frames[depth - 1].inherited = now;
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

    /** From now on what runs here, and what it creates, is in the segment of this name. The result ends that. */
    public Object enterSegment(String name) {
        Inherited now = Inherited.withSegment(inherited(), Interceptor.segment(name));
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
        Frame frame = depth == 0 ? null : frames[depth - 1];
        if (frame == null || frame.owner != owner || !frame.fresh) {
            return null;
        }
        frame.fresh = false;
        return frame;
    }

    /** The arguments of the call that creates a context now, once; null for none. */
    @Nullable
    Map<String, ?> takeArguments() {
        Map<String, ?> taken = arguments;
        arguments = null;
        return taken;
    }

    /** The calls such as {@code submit} that are open in the innermost run. */
    public SchedulingCall scheduling() {
        SchedulingCall call = depth == 0 ? scheduling : frames[depth - 1].scheduling;
        return call != null ? call : addScheduling();
    }

    private SchedulingCall addScheduling() {
        SchedulingCall call = new SchedulingCall();
        if (depth == 0) {
            scheduling = call;
        } else {
            frames[depth - 1].scheduling = call;
        }
        return call;
    }

    /** What a context that is created now and left out carries; null where nothing is current. */
    @Nullable
    ContextToken elidedChild() {
        if (depth == 0) {
            return null;
        }
        Frame frame = frames[depth - 1];
        ContextToken elided = frame.elidedChild;
        if (elided == null) {
            elided = ContextToken.elided(parent().acrossElided());
            frame.elidedChild = elided;
        }
        return elided;
    }

    /** The owner of the innermost frame; null for none. */
    public @Nullable Object owner() {
        return depth == 0 ? null : frames[depth - 1].owner;
    }

    @Nullable
    Frame push(ContextToken token, Object owner) {
        if (depth == frames.length) {
            if (depth == MAX_DEPTH) {
                return null;
            }
            frames = Arrays.copyOf(frames, depth * 2);
        }
        Frame frame = frames[depth];
        if (frame == null) {
            frame = new Frame();
            frames[depth] = frame;
        }
        frame.open(token, owner);
        depth++;
        return frame;
    }

    /** The innermost frame of the owner, without those above it; null where the owner has none. */
    @Nullable
    Frame topOf(Object owner) {
        for (int i = depth - 1; i >= 0; i--) {
            if (frames[i].owner == owner) {
                return frames[i];
            }
        }
        return null;
    }

    /** Takes the frame off, with any that were left above it. */
    void pop(Frame frame) {
        while (depth > 0) {
            Frame top = frames[--depth];
            boolean found = top == frame;
            top.close();
            if (found) {
                return;
            }
        }
    }
}
