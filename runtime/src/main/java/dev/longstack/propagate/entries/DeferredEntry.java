package dev.longstack.propagate.entries;

import dev.longstack.propagate.carriers.TaskWrapper;
import dev.longstack.propagate.hooks.TaskHooks;
import dev.longstack.record.ContextToken;
import dev.longstack.record.Creations;
import dev.longstack.record.Recorder;
import dev.longstack.record.ThreadState;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the public API calls to wrap callbacks, and for libraries that keep theirs themselves; as {@link ApiEntry}. */
public final class DeferredEntry {
    /** What was created by a library that knows the id alone, until it is released. */
    private static final ConcurrentHashMap<Long, ContextToken> BY_ID = new ConcurrentHashMap<>();

    private DeferredEntry() {}

    /** The callback with a new context around it; the callback itself where nothing is recorded, or is wrapped here already. */
    public static Object wrap(
            Class<?> type,
            String kind,
            String operation,
            @Nullable Supplier<? extends Map<String, ?>> arguments,
            Object task) {
        if (!Recorder.onForApi()) {
            return task;
        }
        ThreadState state = ThreadState.current();
        if (task instanceof Wrapper && TaskHooks.ofThisRun(state, task) != null) {
            return task;
        }
        state.handOver().arguments(ApiEntry.wanted(arguments));
        ContextToken token = Creations.create(state, ApiEntry.kind(kind), operation, TaskWrapper.userClass(task));
        Object wrapped = Wrapper.of(type, token, task);
        return wrapped == null ? task : wrapped;
    }

    /** What is inside, through all wrappers; the object itself where there is none. */
    public static Object unwrap(Object callback) {
        Object inside = callback;
        while (inside instanceof Wrapper wrapper) {
            inside = wrapper.longstackTask();
        }
        return inside;
    }

    /** The context of a wrapped callback; null for none. */
    public static @Nullable Object tokenOf(Object callback) {
        return callback instanceof Wrapper wrapper ? wrapper.longstackToken() : null;
    }

    /** A context that is known by its id from now on; 0 where nothing is recorded. */
    public static long created(String kind, String operation, @Nullable Supplier<? extends Map<String, ?>> arguments) {
        Object token = ApiEntry.create(kind, operation, null, null, arguments);
        if (token == null) {
            return 0;
        }
        ContextToken created = (ContextToken) token;
        if (created.recorded()) {
            BY_ID.put(created.contextId(), created);
        }
        return created.contextId();
    }

    /** A run of the context with this id; one that is not known runs in none of its own. */
    public static @Nullable Object run(long id, Object task, Callable<?> body) throws Exception {
        return ApiEntry.run(BY_ID.get(id), new Object(), task, body);
    }

    /** A run of the context with this id begins on this thread. */
    public static void begin(long id) {
        ContextToken token = BY_ID.get(id);
        if (token != null) {
            ApiEntry.begin(token, token);
        }
    }

    /** The innermost run of it on this thread ends. */
    public static void end(long id, @Nullable Throwable failure) {
        ContextToken token = BY_ID.get(id);
        if (token != null) {
            ApiEntry.end(token, failure);
        }
    }

    /** The context with this id will not run again. */
    public static void released(long id, String word) {
        ContextToken token = BY_ID.remove(id);
        if (token != null) {
            ApiEntry.release(token, word);
        }
    }
}
