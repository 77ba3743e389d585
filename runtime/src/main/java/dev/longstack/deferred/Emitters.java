package dev.longstack.deferred;

import dev.longstack.context.AsyncContext;
import dev.longstack.context.ContextKind;
import java.beans.PropertyChangeListener;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.EventListener;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Wraps listeners where they are registered: a listener is one context with any number of runs. Its parent is what was current
 * where it was registered, the trigger of each run is what was current where the event was emitted. Register what comes back, and
 * remove the same. Any thread.
 *
 * <pre>{@code
 * Consumer<String> listener =
 *         Emitters.listener("Orders.onPlaced", (String order) -> System.out.println("mail for " + order));
 * orders.add(listener);
 *
 * orders.remove(listener);
 * Emitters.removed(listener);
 * }</pre>
 */
public final class Emitters {
    private Emitters() {}

    /** A listener that is a consumer of events; the operation is the call that it is registered with. */
    public static <T> Consumer<T> listener(String operation, Consumer<T> listener) {
        return DeferredSeam.wrap(Consumer.class, ContextKind.LISTENER, operation, null, listener);
    }

    /** A subscriber; it is over when it is completed or failed. */
    public static <T> Flow.Subscriber<T> subscriber(String operation, Flow.Subscriber<T> subscriber) {
        return Deferred.wrap(operation).subscriber(subscriber);
    }

    /** A listener for properties of beans. */
    public static PropertyChangeListener propertyChangeListener(String operation, PropertyChangeListener listener) {
        return listener(operation, PropertyChangeListener.class, listener);
    }

    /** Any listener interface: each of its methods is a run. */
    public static <T extends EventListener> T listener(String operation, Class<T> type, T listener) {
        AsyncContext context = AsyncContext.create(ContextKind.LISTENER, operation, listener, null);
        if (context.equals(AsyncContext.none())) {
            return listener;
        }
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, new ListenerProxy(context, type, listener)));
    }

    /** Says that the wrapped listener was taken away and will hear nothing more; one that is not wrapped is left alone. */
    public static void removed(Object wrapped) {
        ListenerProxy proxy = proxy(wrapped);
        if (proxy != null) {
            proxy.context().close();
            return;
        }
        DeferredSeam.contextOf(wrapped).close();
    }

    /** Of a listener that is wrapped by interface; null for any other object. */
    static @Nullable ListenerProxy proxy(Object wrapped) {
        return Proxy.isProxyClass(wrapped.getClass())
                        && Proxy.getInvocationHandler(wrapped) instanceof ListenerProxy proxy
                ? proxy
                : null;
    }

    /** Hands calls on to the listener inside. */
    record ListenerProxy(AsyncContext context, Class<?> type, Object listener) implements InvocationHandler {
        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            if (method.getDeclaringClass() == Object.class) {
                return switch (method.getName()) {
                    case "equals" -> proxy == arguments[0];
                    case "hashCode" -> System.identityHashCode(proxy);
                    default -> listener.toString();
                };
            }
            try {
                return context.call(() -> method.invoke(listener, arguments));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }
    }
}
