package dev.longstack.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongBinaryOperator;
import java.util.function.LongConsumer;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A registered listener: told of what was created while it was registered, to the end of it. Any thread.
 *
 * <p>While it is told something it is silenced on that thread, and for all asynchronous work that it starts: it can't cause
 * itself. What it throws is counted; after {@link #MAX_FAULTS} it is told nothing any more.
 */
public final class Listener {
    static final Listener[] NONE = {};
    private static final int MAX_FAULTS = 10;

    private static volatile Listener[] all = NONE;
    /** Whether anybody that is there, or still bound, wants hints; a plain field, as in {@link Observers}. */
    private static boolean hints;

    private static int wantingHints;

    private final Calls calls;
    private final AtomicInteger faults = new AtomicInteger();
    private volatile boolean detached;
    /** Its registration, and the contexts bound to it that are not released: while there are any, runs are told. */
    private final AtomicLong bindings = new AtomicLong();

    /** The list of one that most threads are silenced by. */
    private final Inherited.Link alone = new Inherited.Link(this, null);

    /**
     * What to call; null for what the listener does not want.
     *
     * @param created the context's token
     * @param changed the id that is current from now on, and its parent's
     * @param released the context's token and the reason
     * @param resolved the context's id
     * @param hint name and details, of the context with this id
     * @param tracked the object, of the context with this id
     * @param untracked the object, of the context with this id
     * @param arguments whether it wants the arguments of creating calls
     */
    public record Calls(
            @Nullable Consumer<Object> created,
            @Nullable LongBinaryOperator changed,
            @Nullable BiConsumer<Object, String> released,
            @Nullable LongConsumer resolved,
            @Nullable ObjLongConsumer<String[]> hint,
            @Nullable ObjLongConsumer<Object> tracked,
            @Nullable ObjLongConsumer<Object> untracked,
            boolean arguments) {}

    private Listener(Calls calls) {
        this.calls = calls;
    }

    /** From now on the listener is bound to what is created. */
    public static Listener add(Calls calls) {
        Listener added = new Listener(calls);
        synchronized (Listener.class) {
            Listener[] longer = Arrays.copyOf(all, all.length + 1);
            longer[all.length] = added;
            all = longer;
        }
        added.bind();
        if (calls.arguments) {
            Arguments.wanted(true);
        }
        return added;
    }

    /** From now on it is bound to nothing more; what it was bound to still reaches it. Again: nothing. */
    public void remove() {
        synchronized (Listener.class) {
            Listener[] before = all;
            Listener[] shorter =
                    Arrays.stream(before).filter(each -> each != this).toArray(Listener[]::new);
            if (shorter.length == before.length) {
                return;
            }
            all = shorter;
        }
        unbind();
        if (calls.arguments) {
            Arguments.wanted(false);
        }
    }

    /** Who is told of what is created under these silences. */
    static Listener[] bound(@Nullable Inherited inherited) {
        Listener[] bound = all;
        Inherited.Link silenced = bound.length == 0 ? null : Inherited.silencedOf(inherited);
        if (silenced == null) {
            return bound;
        }
        List<Listener> told = new ArrayList<>();
        for (Listener each : bound) {
            if (!Inherited.Link.contains(silenced, each)) {
                told.add(each);
            }
        }
        return told.toArray(NONE);
    }

    /** A context is bound to it. */
    void bind() {
        if (bindings.getAndIncrement() == 0) {
            Observers.added();
            wantsHints(1);
        }
    }

    /** The context is released. */
    void unbind() {
        if (bindings.decrementAndGet() == 0) {
            Observers.removed();
            wantsHints(-1);
        }
    }

    private void wantsHints(int change) {
        if (calls.hint != null) {
            synchronized (Listener.class) {
                wantingHints += change;
                hints = wantingHints > 0;
            }
        }
    }

    /** Whether details of hints are worth asking for: also for a listener that was taken away, which may still be bound. */
    static boolean wantHints() {
        return hints;
    }

    boolean wantsResolved() {
        return calls.resolved != null;
    }

    void created(ThreadState state, ContextToken token) {
        Consumer<Object> call = calls.created;
        if (call != null && hears(state)) {
            Inherited.Link before = silence(state);
            try {
                call.accept(token);
            } catch (Throwable e) {
                fault(e);
            } finally {
                state.silence(before);
            }
        }
    }

    void changed(ThreadState state, long contextId, long parentId) {
        LongBinaryOperator call = calls.changed;
        if (call != null && hears(state)) {
            Inherited.Link before = silence(state);
            try {
                long ignored = call.applyAsLong(contextId, parentId);
            } catch (Throwable e) {
                fault(e);
            } finally {
                state.silence(before);
            }
        }
    }

    void released(ThreadState state, ContextToken token, String reason) {
        BiConsumer<Object, String> call = calls.released;
        if (call != null && hears(state)) {
            Inherited.Link before = silence(state);
            try {
                call.accept(token, reason);
            } catch (Throwable e) {
                fault(e);
            } finally {
                state.silence(before);
            }
        }
    }

    void resolved(ThreadState state, long contextId) {
        LongConsumer call = calls.resolved;
        if (call != null && hears(state)) {
            Inherited.Link before = silence(state);
            try {
                call.accept(contextId);
            } catch (Throwable e) {
                fault(e);
            } finally {
                state.silence(before);
            }
        }
    }

    void hint(ThreadState state, long contextId, String name, String details) {
        tell(state, calls.hint, new String[] {name, details}, contextId);
    }

    void tracked(ThreadState state, Object object, long contextId) {
        tell(state, calls.tracked, object, contextId);
    }

    void untracked(ThreadState state, Object object, long contextId) {
        tell(state, calls.untracked, object, contextId);
    }

    private <T> void tell(ThreadState state, @Nullable ObjLongConsumer<T> call, T what, long contextId) {
        if (call != null && hears(state)) {
            Inherited.Link before = silence(state);
            try {
                call.accept(what, contextId);
            } catch (Throwable e) {
                fault(e);
            } finally {
                state.silence(before);
            }
        }
    }

    private boolean hears(ThreadState state) {
        return !detached && !Inherited.Link.contains(Inherited.silencedOf(state.inherited()), this);
    }

    private Inherited.@Nullable Link silence(ThreadState state) {
        Inherited.Link before = Inherited.silencedOf(state.inherited());
        state.silence(before == null ? alone : new Inherited.Link(this, before));
        return before;
    }

    private void fault(Throwable thrown) {
        Faults.ofListener(thrown);
        if (faults.incrementAndGet() == MAX_FAULTS) {
            detached = true;
            remove();
            Faults.listenerDetached(thrown);
        }
    }
}
