package dev.longstack.context;

import dev.longstack.seam.Entry;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A unit of asynchronous work: created where it is scheduled, attached where it runs. Immutable; any thread.
 *
 * <p>Ids are unique in this JVM; 0 is none: nothing is recorded and nobody listens, or nothing is current.
 */
public final class AsyncContext {
    private static final AsyncContext NONE = new AsyncContext(null);

    final @Nullable Object token;

    private AsyncContext(@Nullable Object token) {
        this.token = token;
    }

    private static AsyncContext of(@Nullable Object token) {
        return token == null ? NONE : new AsyncContext(token);
    }

    /** For the API's other packages: of what the runtime hands out. */
    public static AsyncContext ofToken(@Nullable Object token) {
        return of(token);
    }

    /** Stands for no context; to attach it does nothing. */
    public static AsyncContext none() {
        return NONE;
    }

    /** What is current on this thread, as the {@linkplain ContextManager context manager} sees it; never null. */
    public static AsyncContext current() {
        if (ContextManagers.INHERENT) {
            return running();
        }
        AsyncContext known = ContextManagers.get().current();
        return known.token == null ? running() : known;
    }

    /** What runs on this thread; {@link #none} for nothing. */
    static AsyncContext running() {
        try {
            return of((Object) ContextSeam.CURRENT.invokeExact());
        } catch (Throwable e) {
            throw Entry.rethrow(e);
        }
    }

    /** The id of what is current on this thread; 0 for none. */
    public static long currentId() {
        if (!ContextManagers.INHERENT) {
            return current().id();
        }
        try {
            return (long) ContextSeam.CURRENT_ID.invokeExact();
        } catch (Throwable e) {
            throw Entry.rethrow(e);
        }
    }

    /** The id of the context in which the current one was created; 0 for none, -1 for unknown. */
    public static long currentParentId() {
        return current().parentId();
    }

    /** The operation of the current context; null for none. */
    public static @Nullable String currentOperation() {
        return current().operation();
    }

    /**
     * A new context below the current one, for work that is being handed over.
     *
     * @param operation the call that schedules, as people know it; few different ones
     * @param task whose class names the work
     */
    public static AsyncContext capture(String operation, Object task) {
        return create(ContextKind.TASK, operation, task, null);
    }

    /**
     * The same of any kind, with the significant arguments of the scheduling call.
     *
     * @param arguments asked for only if a listener or a recording wants them; null for none
     */
    public static AsyncContext create(
            ContextKind kind, String operation, Object task, @Nullable Supplier<? extends Map<String, ?>> arguments) {
        return create(kind, operation, task, ContextManagers.INHERENT ? null : current().token, arguments);
    }

    /** A new context below this one, for pools and callbacks that come from somewhere else. */
    public AsyncContext createChild(String operation, Object task) {
        return token == null ? capture(operation, task) : create(ContextKind.TASK, operation, task, token, null);
    }

    private static AsyncContext create(
            ContextKind kind,
            String operation,
            Object task,
            @Nullable Object below,
            @Nullable Supplier<? extends Map<String, ?>> arguments) {
        try {
            return of((Object) ContextSeam.CREATE.invokeExact(
                    kind.word(), operation, (Class<?>) task.getClass(), below, arguments));
        } catch (Throwable e) {
            throw Entry.rethrow(e);
        }
    }

    /** A new context below the one with this id, for pools and callbacks that come from somewhere else. */
    public static AsyncContext createChild(long parentId, String operation, Object task) {
        try {
            return of((Object) ContextSeam.CREATE_CHILD_OF.invokeExact(
                    parentId, ContextKind.TASK.word(), operation, (Class<?>) task.getClass(), (Supplier<?>) null));
        } catch (Throwable e) {
            throw Entry.rethrow(e);
        }
    }

    /**
     * A new request: it tops a tree of its own, what is current is only its provenance.
     *
     * @param name as people know it, {@code GET /orders}; few different ones, no ids in it
     */
    public static AsyncContext request(String name) {
        try {
            return of((Object) ContextSeam.REQUEST.invokeExact(name));
        } catch (Throwable e) {
            throw Entry.rethrow(e);
        }
    }

    /** This context's id; 0 for {@link #none}. */
    public long id() {
        try {
            return (long) ContextSeam.ID_OF.invokeExact(token);
        } catch (Throwable e) {
            throw Entry.rethrow(e);
        }
    }

    /** The id of the context in which this one was created; 0 for none, -1 for unknown. */
    public long parentId() {
        try {
            return (long) ContextSeam.PARENT_ID_OF.invokeExact(token);
        } catch (Throwable e) {
            throw Entry.rethrow(e);
        }
    }

    /** The call that scheduled it; null for {@link #none}. */
    public @Nullable String operation() {
        try {
            return (String) ContextSeam.OPERATION_OF.invokeExact(token);
        } catch (Throwable e) {
            throw Entry.rethrow(e);
        }
    }

    /** What sort of work it is; null for {@link #none}. */
    public @Nullable ContextKind kind() {
        try {
            String word = (String) ContextSeam.KIND_OF.invokeExact(token);
            return word == null ? null : ContextKind.ofWord(word);
        } catch (Throwable e) {
            throw Entry.rethrow(e);
        }
    }

    /** The class of the user's task; null for none or unknown. */
    public @Nullable Class<?> taskClass() {
        try {
            return (Class<?>) ContextSeam.TASK_CLASS_OF.invokeExact(token);
        } catch (Throwable e) {
            throw Entry.rethrow(e);
        }
    }

    /** The significant arguments of the scheduling call, which may be secrets; empty where nobody asked for them. */
    @SuppressWarnings("unchecked")
    public Map<String, ?> arguments() {
        try {
            Map<String, ?> arguments = (Map<String, ?>) (Map<?, ?>) ContextSeam.ARGUMENTS_OF.invokeExact(token);
            return arguments == null ? Map.of() : arguments;
        } catch (Throwable e) {
            throw Entry.rethrow(e);
        }
    }

    /**
     * Where it was created and, as its causes, where those above it were: exactly with the setting {@code longstack.exceptions}, else
     * a stack that is typical of the creating call and says so; null where none was taken.
     */
    public @Nullable Throwable creation() {
        try {
            return (Throwable) ContextSeam.CREATION_OF.invokeExact(token);
        } catch (Throwable e) {
            throw Entry.rethrow(e);
        }
    }

    /** Adds to an exception where the current context was created, and what created that; the same exception. */
    public static <T extends Throwable> T withAsyncStack(T failure) {
        Throwable creation = current().creation();
        if (creation != null) {
            failure.addSuppressed(creation);
        }
        return failure;
    }

    /** Begins a run on this thread. The first run's end ends the context, unless its kind has many. */
    public Scope attach() {
        Scope scope = new Scope();
        try {
            ContextSeam.BEGIN.invokeExact(token, (Object) scope);
        } catch (Throwable e) {
            throw Entry.rethrow(e);
        }
        if (!ContextManagers.INHERENT) {
            scope.undo = ContextManagers.get().attach(this);
        }
        return scope;
    }

    /** One run of the task, with who intercepts it. */
    @SuppressWarnings("try") // what is undone is not used
    public void run(Runnable task) {
        try (Scope.Undo undone = ContextManagers.undoing(this)) {
            Object ignored =
                    (Object) ContextSeam.RUN.invokeExact(token, (Object) new Run(), (Object) task, (Callable<?>) () -> {
                        task.run();
                        return null;
                    });
        } catch (Throwable e) {
            throw Entry.rethrow(e);
        }
    }

    /** One run of the task, with who intercepts it; what comes out is the task's, or the interceptors'. */
    @SuppressWarnings({"unchecked", "try"})
    public <T> T call(Callable<T> task) throws Exception {
        try (Scope.Undo undone = ContextManagers.undoing(this)) {
            return (T)
                    (Object) ContextSeam.RUN.invokeExact(token, (Object) new Run(), (Object) task, (Callable<?>) task);
        } catch (Throwable e) {
            throw Entry.rethrow(e);
        }
    }

    /** Owns a run of {@link #run} or {@link #call}. */
    static final class Run {}

    /** From here to the end of the scope nothing is current on this thread, and what is created has no parent. */
    public static Scope detach() {
        Scope scope = new Scope();
        try {
            ContextSeam.DETACH.invokeExact((Object) scope);
        } catch (Throwable e) {
            throw Entry.rethrow(e);
        }
        if (!ContextManagers.INHERENT) {
            scope.undo = ContextManagers.get().attach(NONE);
        }
        return scope;
    }

    /** Says that the work was cancelled and will not run. */
    public void cancel() {
        release("cancelled");
    }

    /** Says that what may run many times will not run any more. */
    public void close() {
        release("closed");
    }

    private void release(String reason) {
        try {
            ContextSeam.RELEASE.invokeExact(token, reason);
        } catch (Throwable e) {
            throw Entry.rethrow(e);
        }
    }

    /** Says what the current context is doing; the details are asked for only if somebody listens. */
    public static void hint(String name, Supplier<String> details) {
        try {
            if ((boolean) ContextSeam.HINTS_ON.invokeExact()) {
                ContextSeam.HINT.invokeExact(name, text(details));
            }
        } catch (Throwable e) {
            throw Entry.rethrow(e);
        }
    }

    /** What the details are; the failure where they can't be made, which is not the caller's matter. */
    private static String text(Supplier<String> details) {
        try {
            return details.get();
        } catch (Throwable e) {
            return "(" + e + ")";
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AsyncContext context && token == context.token;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(token);
    }

    /** The operation and the id. */
    @Override
    public String toString() {
        return token == null ? "no context" : operation() + " #" + id();
    }
}
