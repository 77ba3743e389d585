package dev.longstack.deferred;

import dev.longstack.context.ContextKind;
import dev.longstack.seam.Entry;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.nio.channels.CompletionHandler;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Flow;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Wraps callbacks, {@code Deferred.wrap("Pool.enqueue").runnable(task)}, so that their runs are linked to where they were wrapped. A wrapper prints as what is inside, is equal to
 * itself alone, and can be unwrapped. Where nothing is recorded and nobody listens, the callback itself comes back. Under the
 * agent, executors and futures take the wrapper's context: wrapping makes no second hop. Any thread.
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

    private Object wrapAs(Class<?> type, ContextKind kind, Object callback) {
        return DeferredSeam.wrap(type, kind.word(), operation, arguments, callback);
    }

    /** The callback under a new context below the current one. */
    public Runnable runnable(Runnable callback) {
        return (Runnable) wrapAs(Runnable.class, ContextKind.TASK, callback);
    }

    /** The callback under a new context below the current one. */
    @SuppressWarnings("unchecked")
    public <T> Callable<T> callable(Callable<T> callback) {
        return (Callable<T>) wrapAs(Callable.class, ContextKind.TASK, callback);
    }

    /** The callback under a new context below the current one. */
    @SuppressWarnings("unchecked")
    public <T> Supplier<T> supplier(Supplier<T> callback) {
        return (Supplier<T>) wrapAs(Supplier.class, ContextKind.TASK, callback);
    }

    /** The callback under a new context below the current one. */
    @SuppressWarnings("unchecked")
    public <T, R> Function<T, R> function(Function<T, R> callback) {
        return (Function<T, R>) wrapAs(Function.class, ContextKind.TASK, callback);
    }

    /** The callback under a new context below the current one. */
    @SuppressWarnings("unchecked")
    public <T> Consumer<T> consumer(Consumer<T> callback) {
        return (Consumer<T>) wrapAs(Consumer.class, ContextKind.TASK, callback);
    }

    /** The callback under a new context below the current one. */
    @SuppressWarnings("unchecked")
    public <T, U, R> BiFunction<T, U, R> biFunction(BiFunction<T, U, R> callback) {
        return (BiFunction<T, U, R>) wrapAs(BiFunction.class, ContextKind.TASK, callback);
    }

    /** The callback under a new context below the current one. */
    @SuppressWarnings("unchecked")
    public <T, U> BiConsumer<T, U> biConsumer(BiConsumer<T, U> callback) {
        return (BiConsumer<T, U>) wrapAs(BiConsumer.class, ContextKind.TASK, callback);
    }

    /** The callback under a new context below the current one. */
    @SuppressWarnings("unchecked")
    public <V, A> CompletionHandler<V, A> completionHandler(CompletionHandler<V, A> callback) {
        return (CompletionHandler<V, A>) wrapAs(CompletionHandler.class, ContextKind.TASK, callback);
    }

    /** A subscriber under a new context below the current one: a run for each item, until it is completed or failed. */
    @SuppressWarnings("unchecked")
    public <T> Flow.Subscriber<T> subscriber(Flow.Subscriber<T> subscriber) {
        return (Flow.Subscriber<T>) wrapAs(Flow.Subscriber.class, ContextKind.LISTENER, subscriber);
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

    /**
     * A method that wraps the callback which it is given: to be called in the place of the method proper.
     *
     * @param operation the name of its contexts
     * @param argumentPositions names of its significant arguments, with their positions from 0 on; one whose name begins with
     *     {@code ?} is optional, and left out where it is null
     * @param callbackPosition the callback's, from 0 on
     * @throws IllegalArgumentException where a position is none of the method's, or the callback's type can't be wrapped
     */
    public static MethodHandle wrapMethod(
            String operation, MethodHandle method, Map<String, Integer> argumentPositions, int callbackPosition) {
        return WrappedMethod.of(operation, method, argumentPositions, callbackPosition, ContextKind.TASK);
    }

    /** The same where the callback is the last argument. */
    public static MethodHandle wrapMethod(
            String operation, MethodHandle method, Map<String, Integer> argumentPositions) {
        return wrapMethod(operation, method, argumentPositions, method.type().parameterCount() - 1);
    }

    /**
     * The same for a method that was found by reflection; of an instance method the receiver is argument 0.
     *
     * @throws IllegalAccessException where who looked up may not call it
     */
    public static MethodHandle wrapMethod(
            MethodHandles.Lookup lookup, Method method, Map<String, Integer> argumentPositions, int callbackPosition)
            throws IllegalAccessException {
        String operation = method.getDeclaringClass().getSimpleName() + "." + method.getName();
        return wrapMethod(operation, lookup.unreflect(method), argumentPositions, callbackPosition);
    }

    /**
     * A method that requests an input or output and reports to a callback: its contexts are of the kind {@link ContextKind#IO}.
     *
     * @param argumentNames of its first arguments, in their order; as with {@link #wrapMethod}, {@code ?} for optional ones
     * @param callbackPosition the callback's, from 0 on
     */
    public static MethodHandle wrapRequest(
            String operation, MethodHandle method, List<String> argumentNames, int callbackPosition) {
        return WrappedMethod.of(
                operation, method, WrappedMethod.inOrder(argumentNames), callbackPosition, ContextKind.IO);
    }

    /** The same where the callback is the last argument. */
    public static MethodHandle wrapRequest(String operation, MethodHandle method, List<String> argumentNames) {
        return wrapRequest(operation, method, argumentNames, method.type().parameterCount() - 1);
    }

    /** What is inside, through all wrappers; the object itself where it is none. */
    @SuppressWarnings("unchecked")
    public static <T> T unwrap(T callback) {
        Emitters.ListenerProxy proxy = Emitters.proxy(callback);
        if (proxy != null) {
            return (T) proxy.listener();
        }
        try {
            return (T) (Object) DeferredSeam.UNWRAP.invokeExact((Object) callback);
        } catch (Throwable e) {
            throw Entry.rethrow(e);
        }
    }
}
