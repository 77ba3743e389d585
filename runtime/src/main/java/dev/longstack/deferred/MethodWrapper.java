package dev.longstack.deferred;

import dev.longstack.context.ContextKind;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.channels.CompletionHandler;
import java.util.ArrayList;
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

/**
 * Builds a method that wraps the callback which it is given, to be called in place of the method proper. Positions count from 0; of an
 * instance method the receiver is argument 0. Each method throws an {@link IllegalArgumentException} for a position that the method
 * does not have.
 *
 * <pre>{@code
 * MethodHandle open = Deferred.wrapMethod("fs.open", open())
 *         .argument("path", 0)
 *         .optionalArgument("mode", 1)
 *         .build();
 * }</pre>
 */
public final class MethodWrapper {
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

    private final String operation;
    private final MethodHandle method;
    private final ContextKind kind;
    private final List<Argument> arguments = new ArrayList<>();
    private int callbackPosition;

    MethodWrapper(String operation, MethodHandle method, ContextKind kind) {
        this.operation = operation;
        // one position takes one value: what the method gathers into an array is an array here
        this.method = method.asFixedArity();
        this.kind = kind;
        this.callbackPosition = method.type().parameterCount() - 1;
    }

    private record Argument(String name, int position, boolean optional) {}

    /** Names a significant argument. */
    public MethodWrapper argument(String name, int position) {
        arguments.add(new Argument(name, inRange(position, name), false));
        return this;
    }

    /** Names one that is left out where it is null. */
    public MethodWrapper optionalArgument(String name, int position) {
        arguments.add(new Argument(name, inRange(position, name), true));
        return this;
    }

    /** Says which argument is the callback; the last one unless said. */
    public MethodWrapper callback(int position) {
        callbackPosition = inRange(position, "the callback");
        return this;
    }

    private int inRange(int position, String what) {
        int count = method.type().parameterCount();
        if (position < 0 || position >= count) {
            throw new IllegalArgumentException("position " + position + " of '" + what + "' is none of the " + count
                    + " arguments of '" + operation + "'");
        }
        return position;
    }

    /**
     * The wrapping method, of the method's own type.
     *
     * @throws IllegalArgumentException if the callback's type is none that can be wrapped
     */
    public MethodHandle build() {
        MethodType type = method.type();
        Class<?> callbackType = type.parameterType(inRange(callbackPosition, "the callback"));
        if (!TYPES.contains(callbackType)) {
            throw new IllegalArgumentException("argument " + callbackPosition + " of '" + operation + "' is a '"
                    + callbackType.getName() + "', which can't be wrapped; known: " + TYPES);
        }
        Wrapped wrapped = new Wrapped(
                operation,
                method.asSpreader(Object[].class, type.parameterCount()),
                List.copyOf(arguments),
                callbackPosition,
                callbackType,
                kind);
        try {
            return MethodHandles.lookup()
                    .findVirtual(Wrapped.class, "call", MethodType.methodType(Object.class, Object[].class))
                    .bindTo(wrapped)
                    .asCollector(Object[].class, type.parameterCount())
                    .asType(type);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("invariant: the method is below", e);
        }
    }

    /** The method with all that was said of it. */
    record Wrapped(
            String operation,
            MethodHandle method,
            List<Argument> arguments,
            int callbackPosition,
            Class<?> callbackType,
            ContextKind kind) {
        @Nullable
        Object call(@Nullable Object[] given) throws Throwable {
            @Nullable Object[] handedOn = given.clone();
            Object callback = given[callbackPosition];
            if (callback != null) {
                handedOn[callbackPosition] = wrap(callbackType, callback, given);
            }
            return (Object) method.invoke(handedOn);
        }

        @SuppressWarnings("unchecked") // the method's type says so
        private <T> Object wrap(Class<T> type, Object callback, @Nullable Object[] given) {
            return DeferredSeam.wrap(type, kind, operation, () -> named(given), (T) callback);
        }

        private Map<String, ?> named(@Nullable Object[] given) {
            Map<String, @Nullable Object> named = new LinkedHashMap<>();
            for (Argument argument : arguments) {
                Object value = given[argument.position];
                if (value != null || !argument.optional) {
                    named.put(argument.name, value);
                }
            }
            return named;
        }
    }
}
