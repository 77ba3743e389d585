package dev.longstack.propagate.entries;

import static java.util.Map.entry;

import dev.longstack.events.ContextKind;
import dev.longstack.propagate.carriers.TaskWrapper;
import dev.longstack.propagate.carriers.Tokens;
import dev.longstack.propagate.hooks.TaskHooks;
import dev.longstack.record.ContextToken;
import dev.longstack.record.Creations;
import dev.longstack.record.Faults;
import dev.longstack.record.Recorder;
import dev.longstack.record.Runs;
import dev.longstack.record.ThreadState;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import java.util.function.ObjLongConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** What the public API calls to wrap callbacks, and for libraries that keep theirs themselves; as {@link ApiEntry}. */
public final class DeferredEntry {
    /** What was created by a library that knows the id alone, until it is released. */
    private static final ConcurrentHashMap<Long, ContextToken> BY_ID = new ConcurrentHashMap<>();

    private DeferredEntry() {}

    /** By their names. */
    public static Map<String, Object> functions() {
        return Map.ofEntries(
                entry("wrap", Guarded.<@Nullable Object[], Object>function(DeferredEntry::wrap)),
                entry("repeat", Guarded.<@Nullable Object[], Object>function(DeferredEntry::repeat)),
                entry("unwrap", (Function<Object, Object>) DeferredEntry::unwrap),
                entry("hasContext", (Predicate<Object>) DeferredEntry::hasContext),
                entry("due", (ObjLongConsumer<Object>) DeferredEntry::due),
                entry("tokenOf", (Function<Object, @Nullable Object>) DeferredEntry::tokenOf),
                entry("tokenOfId", (LongFunction<@Nullable Object>) BY_ID::get),
                entry("created", (ToLongFunction<@Nullable Object[]>) DeferredEntry::created),
                entry("begin", (LongConsumer) DeferredEntry::begin),
                entry("end", (LongConsumer) DeferredEntry::end),
                entry("released", (ObjLongConsumer<String>) DeferredEntry::released));
    }

    /**
     * The callback with a new context around it, of a call: its type, the kind's word, the operation, what supplies the arguments
     * (null for none), the callback. The callback itself where nothing is recorded, or is wrapped in this run already.
     */
    @SuppressWarnings("unchecked") // the API gives nothing else
    private static Object wrap(@Nullable Object[] call) {
        Object task = Objects.requireNonNull(call[4], "callback");
        if (!Recorder.onForApi()) {
            return task;
        }
        ThreadState state = ThreadState.current();
        if (task instanceof Wrapper && TaskHooks.ofThisRun(state, task) != null) {
            return task;
        }
        state.handOver().arguments(ApiEntry.wanted((Supplier<? extends Map<String, ?>>) call[3]));
        Deferral deferral = deferral(state, ApiEntry.kind((String) call[1]), (String) call[2], task);
        Object wrapped = Wrapper.of((Class<?>) call[0], deferral);
        return wrapped == null ? task : wrapped;
    }

    /** The same for a task that runs periodically: the operation, when it is due first, its period, the task. */
    private static Object repeat(@Nullable Object[] call) {
        Runnable task = (Runnable) Objects.requireNonNull(call[3], "task");
        if (!Recorder.onForApi()) {
            return task;
        }
        Deferral deferral = deferral(ThreadState.current(), ContextKind.PERIODIC, (String) call[0], task);
        return new Wrapper.Repeated(deferral, task, (Long) call[1], (Long) call[2]);
    }

    private static Deferral deferral(ThreadState state, ContextKind kind, @Nullable String operation, Object task) {
        String name = Objects.requireNonNull(operation, "operation");
        return new Deferral(Creations.create(state, kind, name, TaskWrapper.userClass(task)), task);
    }

    /** What is inside, through all wrappers; the object itself where there is none. */
    private static Object unwrap(Object callback) {
        Object inside = callback;
        while (inside instanceof Wrapper wrapper) {
            inside = wrapper.longstackTask();
        }
        return inside;
    }

    /** Whether the object brings a context and begins its runs itself. */
    private static boolean hasContext(Object task) {
        return Tokens.ofItsOwn(task) != null;
    }

    /** The wrapped callback is due at this time of {@link System#nanoTime()}. */
    private static void due(Object callback, long nanos) {
        if (callback instanceof Wrapper wrapper) {
            Recorder.dueAt(wrapper.longstackToken(), nanos);
        }
    }

    /** The context of a wrapped callback; null for none. */
    private static @Nullable Object tokenOf(Object callback) {
        return callback instanceof Wrapper wrapper ? wrapper.longstackToken() : null;
    }

    /** A context that is known by its id from now on, of an operation and what supplies the arguments; 0 where nothing is recorded. */
    @SuppressWarnings("unchecked") // the API gives nothing else
    private static long created(@Nullable Object[] call) {
        if (!Recorder.onForApi()) {
            return 0;
        }
        try {
            ThreadState state = ThreadState.current();
            state.handOver().arguments(ApiEntry.wanted((Supplier<? extends Map<String, ?>>) call[1]));
            String operation = Objects.requireNonNull((String) call[0], "operation");
            ContextToken created = Creations.create(state, ContextKind.LISTENER, operation, null);
            if (created.recorded()) {
                BY_ID.put(created.contextId(), created);
            }
            return created.contextId();
        } catch (Throwable e) {
            Faults.swallow(e);
            return 0;
        }
    }

    /** A run of the context with this id begins on this thread. */
    private static void begin(long id) {
        try {
            ContextToken token = BY_ID.get(id);
            if (token != null) {
                Runs.begin(ThreadState.current(), token, token);
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    /** The innermost run of it on this thread ends. */
    private static void end(long id) {
        ContextToken token = BY_ID.get(id);
        if (token != null) {
            TaskHooks.end(token);
        }
    }

    /** The context with this id will not run again, for the reason of this word. */
    private static void released(String word, long id) {
        try {
            ApiEntry.release(BY_ID.remove(id), word);
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }
}
