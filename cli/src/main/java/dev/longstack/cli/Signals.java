package dev.longstack.cli;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * While a child runs, Ctrl-C and the like end the child, and this JVM lives on to say what the child left. By reflection: every
 * JDK has {@code sun.misc.Signal}, but the compiler warns of each use.
 */
final class Signals implements AutoCloseable {
    private static final List<String> NAMES = List.of("INT", "TERM", "HUP");

    private final Map<Object, Object> before = new LinkedHashMap<>();
    private final Process child;
    private final Method handle;
    private final Class<?> type;

    private Signals(Process child, Class<?> type, Method handle) {
        this.child = child;
        this.type = type;
        this.handle = handle;
    }

    static Signals to(Process child) throws ReflectiveOperationException {
        Class<?> type = Class.forName("sun.misc.Signal");
        Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
        Signals signals = new Signals(child, type, type.getMethod("handle", type, handlerType));
        InvocationHandler end = (proxy, method, arguments) -> {
            if (method.getName().equals("handle")) {
                child.destroy();
            }
            return null;
        };
        Object handler = Proxy.newProxyInstance(handlerType.getClassLoader(), new Class<?>[] {handlerType}, end);
        NAMES.forEach(name -> signals.take(name, handler));
        return signals;
    }

    private void take(String name, Object handler) {
        try {
            Object signal = type.getConstructor(String.class).newInstance(name);
            before.put(signal, handle.invoke(null, signal, handler));
        } catch (ReflectiveOperationException e) {
            // this system has no such signal, or it is ignored, as nohup does
        }
    }

    /** Until the child has ended. */
    void await() throws InterruptedException {
        child.waitFor();
    }

    @Override
    public void close() throws ReflectiveOperationException {
        for (Map.Entry<Object, Object> each : before.entrySet()) {
            handle.invoke(null, each.getKey(), each.getValue());
        }
    }
}
