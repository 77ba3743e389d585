package dev.longstack.propagate.entries;

import static java.util.Map.entry;

import dev.longstack.events.ContextKind;
import dev.longstack.events.Protocol;
import dev.longstack.events.ReleaseReason;
import dev.longstack.propagate.hooks.RequestNames;
import dev.longstack.record.Arguments;
import dev.longstack.record.ContextToken;
import dev.longstack.record.Creations;
import dev.longstack.record.Elsewhere;
import dev.longstack.record.Faults;
import dev.longstack.record.Interception;
import dev.longstack.record.Observers;
import dev.longstack.record.Parent;
import dev.longstack.record.Recorder;
import dev.longstack.record.Runs;
import dev.longstack.record.ThreadState;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What the public API calls, as a table of functions with types of the JDK only: the API may have been loaded by a class loader
 * or from a module that can't see this class, and must act on the same current context as woven code. Changing a function breaks
 * the APIs of other versions. A context is its token, null where nothing is recorded and nobody listens.
 */
public final class ApiEntry {
    private ApiEntry() {}

    /** By their names. What does more than read is guarded. */
    public static Map<String, Object> functions() {
        return Map.ofEntries(
                entry("currentId", (LongSupplier) ApiEntry::currentId),
                entry("current", (Supplier<@Nullable Object>) ApiEntry::current),
                entry("currentRun", Guarded.supplier(ApiEntry::currentRun)),
                entry("isByHand", (BooleanSupplier) ApiEntry::isByHand),
                entry("askElsewhere", (Consumer<Supplier<@Nullable Object>>) Elsewhere::ask),
                entry("create", Guarded.<@Nullable Object[], Object>function(ApiEntry::create)),
                entry("request", Guarded.<String, Object>function(ApiEntry::request)),
                entry("idOf", (ToLongFunction<@Nullable Object>) ApiEntry::idOf),
                entry("parentIdOf", (ToLongFunction<@Nullable Object>) ApiEntry::parentIdOf),
                entry("operationOf", (Function<@Nullable Object, @Nullable String>) ApiEntry::operationOf),
                entry("kindOf", (Function<@Nullable Object, @Nullable String>) ApiEntry::kindOf),
                entry("taskClassOf", (Function<@Nullable Object, @Nullable Class<?>>) ApiEntry::taskClassOf),
                entry("argumentsOf", (Function<@Nullable Object, @Nullable Map<String, ?>>) ApiEntry::argumentsOf),
                entry("creationOf", Guarded.<@Nullable Object, Throwable>function(ApiEntry::creationOf)),
                entry("begin", Guarded.<@Nullable Object, ByHand>function(ApiEntry::begin)),
                entry(
                        "makeCurrent",
                        Guarded.<@Nullable Object, @Nullable Object, ByHand>function(ApiEntry::makeCurrent)),
                entry("run", (BiConsumer<@Nullable Object, Runnable>) ApiEntry::run),
                entry("call", (BiFunction<@Nullable Object, Callable<?>, @Nullable Object>) ApiEntry::call),
                entry("release", Guarded.<@Nullable Object, String>consumer(ApiEntry::release)),
                entry("hintsOn", (BooleanSupplier) Recorder::hintsOn),
                entry("hint", Guarded.<String, String>consumer(ApiEntry::hint)),
                entry("valueDeclared", (Runnable) Observers::valuesAreUsed),
                entry("value", (Function<Object, @Nullable Object>) ApiEntry::value),
                entry("setValue", Guarded.<Object, @Nullable Object>consumer(ApiEntry::setValue)),
                entry("withValue", Guarded.<Object, @Nullable Object, Consumer<?>>function(ApiEntry::withValue)),
                entry("managerThrew", (Consumer<Throwable>) Faults::ofManager));
    }

    private static long currentId() {
        ThreadState state = ThreadState.currentOrNull();
        return state == null ? Protocol.NO_CONTEXT : state.contextId();
    }

    /** What runs on this thread; null for none. */
    private static @Nullable Object current() {
        ThreadState state = ThreadState.currentOrNull();
        ContextToken token = state == null ? null : state.token();
        return token == null || token.isNone() ? null : token;
    }

    /** In which run of it, and with which values; null for none. */
    private static @Nullable Object currentRun() {
        ThreadState state = ThreadState.currentOrNull();
        return state == null ? null : state.parent();
    }

    /** Whether what runs on this thread was begun by this API. */
    private static boolean isByHand() {
        ThreadState state = ThreadState.currentOrNull();
        return state != null && state.owner() instanceof ByHand;
    }

    /**
     * A new context, by what the API has of the call: the kind's word, the operation, the class of the task, the token or the id
     * of its creator (null for what is current), the creator's run (null for unknown), what supplies the arguments (null for none).
     */
    @SuppressWarnings("unchecked") // the API gives nothing else
    private static @Nullable Object create(@Nullable Object[] call) {
        if (!Recorder.onForApi()) {
            return null;
        }
        ContextKind kind = kind((String) call[0]);
        String operation = (String) call[1];
        Class<?> taskClass = (Class<?>) call[2];
        ThreadState state = ThreadState.current();
        state.handOver().arguments(wanted((Supplier<? extends Map<String, ?>>) call[5]));
        if (call[3] instanceof Long parentId) {
            return Creations.createBelow(state, kind, operation, taskClass, parentId);
        }
        return call[3] instanceof ContextToken creator
                ? Creations.createBelow(state, kind, operation, taskClass, creator, (Parent) call[4])
                : Creations.create(state, kind, operation, taskClass);
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

    static ContextKind kind(@Nullable String word) {
        for (ContextKind kind : ContextKind.values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no kind of context '" + word + "'");
    }

    /** A new request; null where nothing is recorded. */
    private static @Nullable Object request(String name) {
        return Recorder.onForApi()
                ? Creations.createRequest(ThreadState.current(), RequestNames.canonical(name))
                : null;
    }

    private static long idOf(@Nullable Object token) {
        return token == null ? Protocol.NO_CONTEXT : ((ContextToken) token).contextId();
    }

    private static long parentIdOf(@Nullable Object token) {
        return token == null
                ? Protocol.NO_CONTEXT
                : ((ContextToken) token).parent().contextId();
    }

    private static @Nullable String operationOf(@Nullable Object token) {
        ContextToken context = context(token);
        return context == null ? null : context.operation();
    }

    private static @Nullable String kindOf(@Nullable Object token) {
        ContextToken context = context(token);
        return context == null ? null : context.kind().word();
    }

    private static @Nullable Class<?> taskClassOf(@Nullable Object token) {
        ContextToken context = context(token);
        return context == null ? null : context.taskClass();
    }

    /** Null where nobody has asked. */
    private static @Nullable Map<String, ?> argumentsOf(@Nullable Object token) {
        ContextToken context = context(token);
        return context == null ? null : context.arguments();
    }

    private static @Nullable ContextToken context(@Nullable Object token) {
        return token instanceof ContextToken context && context.recorded() ? context : null;
    }

    /** Where it was created, and what created that, as far as stacks were taken; null for unknown. */
    private static @Nullable Throwable creationOf(@Nullable Object token) {
        ContextToken context = context(token);
        return context == null ? null : context.creation();
    }

    /** A run begins on this thread: what ends it. None of a context that is none. */
    static @Nullable ByHand begin(@Nullable Object token) {
        if (token == null) {
            return null;
        }
        ByHand owner = new ByHand();
        Runs.begin(ThreadState.current(), (ContextToken) token, owner);
        return owner;
    }

    /** The context is current on this thread, as in this run of it: what ends that. A context that is none leaves nothing current. */
    private static @Nullable ByHand makeCurrent(@Nullable Object token, @Nullable Object run) {
        ByHand owner = new ByHand();
        if (token != null) {
            Runs.makeCurrent(ThreadState.current(), (ContextToken) token, (Parent) run, owner);
        } else if (Recorder.onForApi()) {
            Runs.detach(ThreadState.current(), owner);
        } else {
            return null;
        }
        return owner;
    }

    /** A whole run of a task, with what intercepts it. */
    private static void run(@Nullable Object token, Runnable task) {
        if (token == null) {
            task.run();
            return;
        }
        Object ignored = new Deferral((ContextToken) token, task).runUnchecked(new ByHand(), () -> {
            task.run();
            return null;
        });
    }

    /** The same of a task with a result; what it throws goes on as it is. */
    private static @Nullable Object call(@Nullable Object token, Callable<?> task) {
        try {
            return token == null ? task.call() : new Deferral((ContextToken) token, task).run(new ByHand(), task);
        } catch (Exception e) {
            throw Interception.<RuntimeException>asItIs(e);
        }
    }

    /** It will not run, or not again: the word is one of {@link ReleaseReason}'s. */
    static void release(@Nullable Object token, String word) {
        if (token != null) {
            Recorder.release(ThreadState.current(), (ContextToken) token, reason(word));
        }
    }

    private static ReleaseReason reason(String word) {
        for (ReleaseReason reason : ReleaseReason.values()) {
            if (reason.word().equals(word)) {
                return reason;
            }
        }
        throw new IllegalArgumentException("no release reason '" + word + "'");
    }

    private static void hint(String name, String details) {
        Recorder.hint(ThreadState.current(), name, details);
    }

    /** The value of what runs here; null for none. */
    private static @Nullable Object value(Object key) {
        ThreadState state = ThreadState.currentOrNull();
        return state == null ? null : state.value(key);
    }

    /** Sets it; null takes it away. */
    private static void setValue(Object key, @Nullable Object value) {
        ThreadState.current().value(key, value);
    }

    /** The same, and what ends that. */
    private static @Nullable Consumer<?> withValue(Object key, @Nullable Object value) {
        Runnable undo = ThreadState.current().valueForNow(key, value);
        return failure -> undo.run();
    }
}
