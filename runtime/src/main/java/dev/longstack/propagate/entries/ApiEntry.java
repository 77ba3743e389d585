package dev.longstack.propagate.entries;

import dev.longstack.events.ContextKind;
import dev.longstack.events.Protocol;
import dev.longstack.events.ReleaseReason;
import dev.longstack.propagate.hooks.RequestNames;
import dev.longstack.propagate.hooks.TaskHooks;
import dev.longstack.record.Arguments;
import dev.longstack.record.ContextToken;
import dev.longstack.record.Creations;
import dev.longstack.record.Elsewhere;
import dev.longstack.record.Faults;
import dev.longstack.record.Observers;
import dev.longstack.record.Recorder;
import dev.longstack.record.Runs;
import dev.longstack.record.ThreadState;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the public API calls, by name and with types of the JDK only: the API may have been loaded by a class loader or from a
 * module that can't see this class, and must act on the same current context as woven code. Changing a signature breaks the
 * APIs of other versions. A context is its token, null where nothing is recorded and nobody listens.
 */
public final class ApiEntry {
    private ApiEntry() {}

    public static long currentId() {
        ThreadState state = ThreadState.currentOrNull();
        return state == null ? Protocol.NO_CONTEXT : state.contextId();
    }

    /** What runs on this thread; null for none. */
    public static @Nullable Object current() {
        ThreadState state = ThreadState.currentOrNull();
        return state == null ? null : state.token();
    }

    /** Who has begun what runs on this thread; null for none. */
    public static @Nullable Object currentOwner() {
        ThreadState state = ThreadState.currentOrNull();
        return state == null ? null : state.owner();
    }

    /** Asks this for the token of what is current where nothing runs. */
    public static void askElsewhere(Supplier<@Nullable Object> current) {
        Elsewhere.ask(current);
    }

    /**
     * A new context.
     *
     * @param kind a word of {@link ContextKind}
     * @param below the token of its creator; null for what is current
     * @param arguments of the creating call, asked for only if somebody wants them; null for none
     */
    public static @Nullable Object create(
            String kind,
            String operation,
            @Nullable Class<?> taskClass,
            @Nullable Object below,
            @Nullable Supplier<? extends Map<String, ?>> arguments) {
        if (!Recorder.onForApi()) {
            return null;
        }
        ThreadState state = ThreadState.current();
        state.handOver().arguments(wanted(arguments));
        return Creations.createBelow(state, kind(kind), operation, taskClass, (ContextToken) below);
    }

    /** The same below the context with this id. */
    public static @Nullable Object createChildOf(
            long parentId,
            String kind,
            String operation,
            @Nullable Class<?> taskClass,
            @Nullable Supplier<? extends Map<String, ?>> arguments) {
        if (!Recorder.onForApi()) {
            return null;
        }
        ThreadState state = ThreadState.current();
        state.handOver().arguments(wanted(arguments));
        return Creations.createBelow(state, kind(kind), operation, taskClass, parentId);
    }

    static @Nullable Map<String, ?> wanted(@Nullable Supplier<? extends Map<String, ?>> arguments) {
        if (arguments == null || !Arguments.wanted()) {
            return null;
        }
        try {
            return arguments.get();
        } catch (Throwable e) {
            // the caller asked for a context, not for what somebody else wants to know of it
            Faults.swallow(e);
            return null;
        }
    }

    static ContextKind kind(String word) {
        for (ContextKind kind : ContextKind.values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        return ContextKind.TASK;
    }

    /** A new request; null where nothing is recorded. */
    public static @Nullable Object request(String name) {
        return Recorder.onForApi()
                ? Creations.createRequest(ThreadState.current(), RequestNames.canonical(name))
                : null;
    }

    public static long idOf(@Nullable Object token) {
        return token == null ? Protocol.NO_CONTEXT : ((ContextToken) token).contextId();
    }

    public static long parentIdOf(@Nullable Object token) {
        return token == null
                ? Protocol.NO_CONTEXT
                : ((ContextToken) token).parent().contextId();
    }

    public static @Nullable String operationOf(@Nullable Object token) {
        ContextToken context = context(token);
        return context == null ? null : context.operation();
    }

    public static @Nullable String kindOf(@Nullable Object token) {
        ContextToken context = context(token);
        return context == null ? null : context.kind().word();
    }

    public static @Nullable Class<?> taskClassOf(@Nullable Object token) {
        ContextToken context = context(token);
        return context == null ? null : context.taskClass();
    }

    /** Null where nobody has asked. */
    public static @Nullable Map<String, ?> argumentsOf(@Nullable Object token) {
        ContextToken context = context(token);
        return context == null ? null : context.arguments();
    }

    private static @Nullable ContextToken context(@Nullable Object token) {
        return token instanceof ContextToken context && context.recorded() ? context : null;
    }

    /** Where it was created, and what created that, as far as stacks were taken; null for unknown. */
    public static @Nullable Throwable creationOf(@Nullable Object token) {
        ContextToken context = context(token);
        return context == null ? null : context.creation();
    }

    /** A run begins on this thread; null does nothing. */
    public static void begin(@Nullable Object token, Object owner) {
        try {
            if (token != null) {
                Runs.begin(ThreadState.current(), (ContextToken) token, owner);
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    /** The run ends; an owner that has none on this thread does nothing. */
    public static void end(Object owner, @Nullable Throwable failure) {
        TaskHooks.endFailed(owner, failure);
    }

    /** A whole run of a task, with what intercepts it; null as the context only runs it. */
    public static @Nullable Object run(@Nullable Object token, Object owner, Object task, Callable<?> body)
            throws Exception {
        return token == null ? body.call() : new Deferral((ContextToken) token, task).run(owner, body);
    }

    /** From here to the end of this owner's run nothing is current. */
    public static void detach(Object owner) {
        if (Recorder.onForApi()) {
            Runs.detach(ThreadState.current(), owner);
        }
    }

    /** It will not run: the word is one of {@link ReleaseReason}'s; an unknown one is {@code closed}. */
    public static void release(@Nullable Object token, String word) {
        if (token == null) {
            return;
        }
        ReleaseReason found = ReleaseReason.CLOSED;
        for (ReleaseReason reason : ReleaseReason.values()) {
            found = reason.word().equals(word) ? reason : found;
        }
        Recorder.release(ThreadState.current(), (ContextToken) token, found);
    }

    public static boolean hintsOn() {
        return Recorder.hintsOn();
    }

    public static void hint(String name, String details) {
        Recorder.hint(ThreadState.current(), name, details);
    }

    /** The value of what runs here; null for none. */
    public static @Nullable Object value(Object key) {
        ThreadState state = ThreadState.currentOrNull();
        return state == null ? null : state.value(key);
    }

    /** There is a value that children inherit: from now on contexts are made without a recording, too. */
    public static void valueDeclared() {
        Observers.valuesAreUsed();
    }

    /** Sets it; null takes it away. */
    public static void setValue(Object key, @Nullable Object value) {
        ThreadState.current().value(key, value);
    }
}
