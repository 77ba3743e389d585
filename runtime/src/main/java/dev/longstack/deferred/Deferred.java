package dev.longstack.deferred;

import dev.longstack.context.ContextKind;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.nio.channels.CompletionHandler;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Flow;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Wraps callbacks, and executors for all that they are given, so that runs are linked to where the work was handed over.
 *
 * <pre>{@code
 * ExecutorService linked = Deferred.wrap(pool);
 * linked.submit(() -> System.out.println("in " + AsyncContext.currentOperation()))
 *         .get();
 *
 * queue.add(Deferred.wrap("Pool.enqueue")
 *         .runnable(() -> System.out.println("in " + AsyncContext.currentOperation())));
 * }</pre>
 *
 * <p>A wrapper prints as what is inside, is equal to itself alone, and can be unwrapped. Where nothing is recorded and nobody listens, the
 * callback itself comes back. Under the agent, executors and futures take the wrapper's context: wrapping makes no second hop. Any
 * thread.
 *
 * <p>A callback is taken to run once: its first run ends the context, further ones still run under its id. A subscriber runs until
 * it is completed or failed. For what runs any number of times there are {@link Emitters}.
 */
public final class Deferred {
    private final String operation;
    private final @Nullable Supplier<? extends Map<String, ?>> arguments;

    private Deferred(String operation, @Nullable Supplier<? extends Map<String, ?>> arguments) {
        this.operation = operation;
        this.arguments = arguments;
    }

    /** Wraps what is handed to this call. */
    public static Deferred wrap(String operation) {
        return new Deferred(operation, null);
    }

    /** The same with the significant arguments of the call, asked for only if somebody wants them. */
    public static Deferred wrap(String operation, Supplier<? extends Map<String, ?>> arguments) {
        return new Deferred(operation, arguments);
    }

    /** An executor that links each task to where it was handed over. A task that brings its own context keeps it. */
    public static Executor wrap(Executor executor) {
        return new LinkedExecutor(executor);
    }

    /** The same for an executor that gives futures; cancelling one of them ends its context. */
    public static ExecutorService wrap(ExecutorService executor) {
        return new LinkedExecutorService(executor);
    }

    /** The same for one that runs tasks later and periodically: a periodic task is one context with many runs. */
    public static ScheduledExecutorService wrap(ScheduledExecutorService executor) {
        return new LinkedScheduledExecutorService(executor);
    }

    private <T> T wrapAs(Class<? super T> type, ContextKind kind, T callback) {
        return DeferredSeam.wrap(type, kind, operation, arguments, callback);
    }

    /** The callback under a new context below the current one. */
    public Runnable runnable(Runnable callback) {
        return wrapAs(Runnable.class, ContextKind.TASK, callback);
    }

    /** The callback under a new context below the current one. */
    public <T> Callable<T> callable(Callable<T> callback) {
        return wrapAs(Callable.class, ContextKind.TASK, callback);
    }

    /** The callback under a new context below the current one. */
    public <T> Supplier<T> supplier(Supplier<T> callback) {
        return wrapAs(Supplier.class, ContextKind.TASK, callback);
    }

    /** The callback under a new context below the current one. */
    public <T, R> Function<T, R> function(Function<T, R> callback) {
        return wrapAs(Function.class, ContextKind.TASK, callback);
    }

    /** The callback under a new context below the current one. */
    public <T> Consumer<T> consumer(Consumer<T> callback) {
        return wrapAs(Consumer.class, ContextKind.TASK, callback);
    }

    /** The callback under a new context below the current one. */
    public <T, U, R> BiFunction<T, U, R> biFunction(BiFunction<T, U, R> callback) {
        return wrapAs(BiFunction.class, ContextKind.TASK, callback);
    }

    /** The callback under a new context below the current one. */
    public <T, U> BiConsumer<T, U> biConsumer(BiConsumer<T, U> callback) {
        return wrapAs(BiConsumer.class, ContextKind.TASK, callback);
    }

    /** The callback under a new context below the current one. */
    public <V, A> CompletionHandler<V, A> completionHandler(CompletionHandler<V, A> callback) {
        return wrapAs(CompletionHandler.class, ContextKind.TASK, callback);
    }

    /** A subscriber under a new context below the current one: a run for each item, until it is completed or failed. */
    public <T> Flow.Subscriber<T> subscriber(Flow.Subscriber<T> subscriber) {
        return wrapAs(Flow.Subscriber.class, ContextKind.LISTENER, subscriber);
    }

    /** The callback together with what it will be called with. */
    public <T> Runnable consumer(Consumer<T> callback, T value) {
        Consumer<T> wrapped = consumer(callback);
        return () -> wrapped.accept(value);
    }

    /** The callback together with what it will be called with. */
    public <T, U> Runnable biConsumer(BiConsumer<T, U> callback, T first, U second) {
        BiConsumer<T, U> wrapped = biConsumer(callback);
        return () -> wrapped.accept(first, second);
    }

    /** The callback together with what it will be called with. */
    public <T, R> Supplier<R> function(Function<T, R> callback, T value) {
        Function<T, R> wrapped = function(callback);
        return () -> wrapped.apply(value);
    }

    /** The callback together with what it will be called with. */
    public <T, U, R> Supplier<R> biFunction(BiFunction<T, U, R> callback, T first, U second) {
        BiFunction<T, U, R> wrapped = biFunction(callback);
        return () -> wrapped.apply(first, second);
    }

    /** Begins a method that wraps the callback which it is given, the last argument unless said: to be called in place of this one. */
    public static MethodWrapper wrapMethod(String operation, MethodHandle method) {
        return new MethodWrapper(operation, method, ContextKind.TASK);
    }

    /**
     * The same for a method that was found by reflection, which also names the operation.
     *
     * @throws IllegalAccessException where the lookup may not call it
     */
    public static MethodWrapper wrapMethod(MethodHandles.Lookup lookup, Method method) throws IllegalAccessException {
        String operation = method.getDeclaringClass().getSimpleName() + "." + method.getName();
        return wrapMethod(operation, lookup.unreflect(method));
    }

    /** The same for a method that requests an input or output: its contexts are of the kind {@link ContextKind#IO}. */
    public static MethodWrapper wrapRequest(String operation, MethodHandle method) {
        return new MethodWrapper(operation, method, ContextKind.IO);
    }

    /** What is inside, through all wrappers; the object itself where it is none. */
    @SuppressWarnings("unchecked")
    public static <T> T unwrap(T callback) {
        Emitters.ListenerProxy proxy = Emitters.proxy(callback);
        return (T) (proxy == null ? DeferredSeam.UNWRAP.apply(callback) : proxy.listener());
    }
}
