package dev.longstack.deferred;

import dev.longstack.context.ContextKind;
import dev.longstack.seam.Entry;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.channels.CompletionHandler;
import java.util.LinkedHashMap;
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

/** A method whose callback is wrapped at each call. */
record WrappedMethod(
        String operation,
        MethodHandle method,
        Map<String, Integer> positions,
        int callbackPosition,
        Class<?> callbackType,
        ContextKind kind) {
    private static final List<Class<?>> TYPES = List.of(
            Runnable.class,
            Callable.class,
            Supplier.class,
            Function.class,
            Consumer.class,
            BiFunction.class,
            BiConsumer.class,
            CompletionHandler.class,
            Flow.Subscriber.class);

    static MethodHandle of(
            String operation,
            MethodHandle method,
            Map<String, Integer> positions,
            int callbackPosition,
            ContextKind kind) {
        // one position takes one value: what the method gathers into an array is an array here
        MethodHandle fixed = method.asFixedArity();
        MethodType type = fixed.type();
        int count = type.parameterCount();
        positions.forEach((name, position) -> requirePosition(operation, name, position, count));
        requirePosition(operation, "the callback", callbackPosition, count);
        Class<?> callbackType = type.parameterType(callbackPosition);
        if (!TYPES.contains(callbackType)) {
            throw new IllegalArgumentException("argument " + callbackPosition + " of '" + operation + "' is a '"
                    + callbackType.getName() + "', which can't be wrapped; known: " + TYPES);
        }
        WrappedMethod wrapped = new WrappedMethod(
                operation,
                fixed.asSpreader(Object[].class, count),
                new LinkedHashMap<>(positions),
                callbackPosition,
                callbackType,
                kind);
        try {
            MethodHandle call = MethodHandles.lookup()
                    .findVirtual(WrappedMethod.class, "call", MethodType.methodType(Object.class, Object[].class));
            return call.bindTo(wrapped).asCollector(Object[].class, count).asType(type);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("invariant: the method is below", e);
        }
    }

    private static void requirePosition(String operation, String what, int position, int count) {
        if (position < 0 || position >= count) {
            throw new IllegalArgumentException("position " + position + " of '" + what + "' is none of the " + count
                    + " arguments of '" + operation + "'");
        }
    }

    static Map<String, Integer> inOrder(List<String> names) {
        Map<String, Integer> positions = new LinkedHashMap<>();
        for (String name : names) {
            positions.put(name, positions.size());
        }
        return positions;
    }

    @Nullable
    Object call(@Nullable Object[] arguments) {
        Object callback = arguments[callbackPosition];
        if (callback != null) {
            Object[] given = arguments.clone();
            arguments[callbackPosition] =
                    DeferredSeam.wrap(callbackType, kind.word(), operation, () -> named(given), callback);
        }
        try {
            return (Object) method.invoke(arguments);
        } catch (Throwable e) {
            throw Entry.rethrow(e);
        }
    }

    private Map<String, ?> named(@Nullable Object[] arguments) {
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        positions.forEach((name, position) -> {
            Object value = arguments[position];
            boolean optional = name.startsWith("?");
            if (value != null || !optional) {
                named.put(optional ? name.substring(1) : name, value);
            }
        });
        return named;
    }
}
