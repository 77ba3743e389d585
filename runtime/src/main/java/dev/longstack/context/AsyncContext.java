package dev.longstack.context;

import dev.longstack.seam.ContextFactory;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A unit of asynchronous work: created where it is scheduled, run somewhere else. Immutable; any thread.
 *
 * <p>Three ways to use one, from the least to the most control:
 * <ul>
 *   <li>{@link #run} and {@link #call} run a task as one run of the context.
 *   <li>{@link #beginRun} begins a run that ends when its scope is closed.
 *   <li>{@link #makeCurrent} makes the context current without a run of its own: what is created meanwhile is linked to it.
 * </ul>
 *
 * <pre>{@code
 * AsyncContext request = AsyncContext.request("GET /orders");
 * try (Scope scope = request.beginRun()) {
 *     AsyncContext lookup = AsyncContext.capture("Cache.lookup", key);
 *     cache.whenLoaded(key, () -> lookup.run(() -> System.out.println("loaded " + key)));
 * }
 * }</pre>
 *
 * <p>Ids are unique in this JVM; 0 is none: nothing is recorded and nobody listens, or nothing is current.
 */
public final class AsyncContext {
    private static final AsyncContext NONE = new AsyncContext(null, null);

    static {
        ContextFactory.use(token -> of(token, null));
    }

    final @Nullable Object token;
    /** In which run of it this was the current one, and with which values; null for unknown. */
    private final @Nullable Object run;

    private AsyncContext(@Nullable Object token, @Nullable Object run) {
        this.token = token;
        this.run = run;
    }

    private static AsyncContext of(@Nullable Object token, @Nullable Object run) {
        return token == null ? NONE : new AsyncContext(token, run);
    }

    /** Stands for no context. What is created below it has no parent. */
    public static AsyncContext none() {
        return NONE;
    }

    /** What is current on this thread, as the {@linkplain ContextManager context manager} sees it; never null. */
    public static AsyncContext current() {
        if (ContextManagers.INHERENT) {
            return running();
        }
        AsyncContext known = ContextManagers.current();
        return known.token == null ? running() : known;
    }

    /** What the runtime has current on this thread; {@link #none} for nothing. */
    static AsyncContext running() {
        Object token = ContextSeam.CURRENT.get();
        return token == null ? NONE : new AsyncContext(token, ContextSeam.CURRENT_RUN.get());
    }

    /** The id of what is current on this thread; 0 for none. */
    public static long currentId() {
        return ContextManagers.INHERENT
                ? ContextSeam.CURRENT_ID.getAsLong()
                : current().id();
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
        AsyncContext creator = ContextManagers.INHERENT ? NONE : current();
        return create(kind, operation, task, creator.token, creator.run, arguments);
    }

    /** A new context below this one, for pools and callbacks that come from somewhere else. Below {@link #none} it has no parent. */
    public AsyncContext createChild(String operation, Object task) {
        return token == null
                ? createChild(0, operation, task)
                : create(ContextKind.TASK, operation, task, token, run, null);
    }

    /**
     * A new context below the one with this id, for pools and callbacks that come from somewhere else. It is known who the parent
     * is, not which request that was part of: {@link #createChild(String, Object)} of a context that was kept says both.
     *
     * @param parentId 0 for no parent
     */
    public static AsyncContext createChild(long parentId, String operation, Object task) {
        return create(ContextKind.TASK, operation, task, parentId, null, null);
    }

    private static AsyncContext create(
            ContextKind kind,
            String operation,
            Object task,
            @Nullable Object below,
            @Nullable Object run,
            @Nullable Supplier<? extends Map<String, ?>> arguments) {
        return of(
                ContextSeam.CREATE.apply(
                        new @Nullable Object[] {kind.word(), operation, task.getClass(), below, run, arguments}),
                null);
    }

    /**
     * A new request: it tops a tree of its own, what is current is only its provenance.
     *
     * @param name as people know it, {@code GET /orders}; few different ones, no ids in it
     */
    public static AsyncContext request(String name) {
        return of(ContextSeam.REQUEST.apply(name), null);
    }

    /** This context's id; 0 for {@link #none}. */
    public long id() {
        return ContextSeam.ID_OF.applyAsLong(token);
    }

    /** The id of the context in which this one was created; 0 for none, -1 for unknown. */
    public long parentId() {
        return ContextSeam.PARENT_ID_OF.applyAsLong(token);
    }

    /** The call that scheduled it; null for {@link #none}. */
    public @Nullable String operation() {
        return ContextSeam.OPERATION_OF.apply(token);
    }

    /** What sort of work it is; null for {@link #none}. */
    public @Nullable ContextKind kind() {
        return ContextKind.ofWord(ContextSeam.KIND_OF.apply(token));
    }

    /** The class of the user's task; null for none or unknown. */
    public @Nullable Class<?> taskClass() {
        return ContextSeam.TASK_CLASS_OF.apply(token);
    }

    /** The significant arguments of the scheduling call, which may be secrets; empty where nobody asked for them. */
    public Map<String, ?> arguments() {
        Map<String, ?> arguments = ContextSeam.ARGUMENTS_OF.apply(token);
        return arguments == null ? Map.of() : arguments;
    }

    /**
     * Where it was created and, as its causes, where those above it were: exactly with the setting {@code longstack.exceptions}, else
     * a stack that is typical of the creating call and says so; null where none was taken.
     */
    public @Nullable Throwable creation() {
        return ContextSeam.CREATION_OF.apply(token);
    }

    /** Adds to an exception where the current context was created, and what created that; the same exception. */
    public static <T extends Throwable> T withAsyncStack(T failure) {
        Throwable creation = current().creation();
        if (creation != null) {
            failure.addSuppressed(creation);
        }
        return failure;
    }

    /**
     * Makes this context current on this thread until the scope is closed, and with it the values that were set where it was
     * {@link #current}. No run of it begins or ends: it may be done as often as needed, also on several threads at once, and
     * whether the context has ended does not matter. Of {@link #none}, nothing is current.
     */
    public Scope makeCurrent() {
        return new OpenScope(ContextSeam.MAKE_CURRENT.apply(token, run), ContextManagers.attach(this));
    }

    /** Nothing is current on this thread until the scope is closed, and what is created has no parent. */
    public static Scope detach() {
        return NONE.makeCurrent();
    }

    /** Begins a run on this thread. The first run's end ends the context, unless its kind has many. Of {@link #none}, no effect. */
    public Run beginRun() {
        if (token == null && ContextManagers.INHERENT && !ScopeCheck.STRICT) {
            return Run.NOTHING;
        }
        return new Run(new OpenScope(ContextSeam.BEGIN.apply(token), ContextManagers.attach(this)));
    }

    /** One run of the task, with what intercepts it. */
    @SuppressWarnings("try") // the scope is closed, not used
    public void run(Runnable task) {
        try (Scope managed = ContextManagers.attach(this)) {
            ContextSeam.RUN.accept(token, task);
        }
    }

    /** One run of the task, with what intercepts it; the result is the task's, or the interceptors'. */
    @SuppressWarnings({"unchecked", "try"})
    public <T> T call(Callable<T> task) throws Exception {
        try (Scope managed = ContextManagers.attach(this)) {
            return (T) ContextSeam.CALL.apply(token, task);
        }
    }

    /** Says that the work was cancelled and will not run. */
    public void cancel() {
        release(ReleaseReason.CANCELLED);
    }

    /** Says that what may run many times will not run any more. */
    public void close() {
        release(ReleaseReason.CLOSED);
    }

    /** Says that the work will not run, or not run again, and why. Only the first reason counts. */
    public void release(ReleaseReason reason) {
        ContextSeam.RELEASE.accept(token, reason.word());
    }

    /** Says what the current context is doing; the details are asked for only if somebody listens. */
    public static void hint(String name, Supplier<String> details) {
        if (ContextSeam.HINTS_ON.getAsBoolean()) {
            ContextSeam.HINT.accept(name, text(details));
        }
    }

    /** The details, or why they could not be made: that is no fault of the caller's. */
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
        String operation = operation();
        return token == null ? "no context" : operation == null ? "unrecorded context" : operation + " #" + id();
    }
}
