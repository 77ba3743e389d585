package dev.longstack.context;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the current context in OpenTelemetry's, so that it goes wherever that goes. OpenTelemetry's API is found by name, in the
 * application.
 *
 * <p>Runs of woven code don't enter OpenTelemetry's context; while one is on the thread, it is what is current.
 */
final class OpenTelemetryContextManager implements ContextManager {
    private static final String CONTEXT = "io.opentelemetry.context.Context";

    private final Object key;
    private final MethodHandle current;
    private final MethodHandle get;
    private final MethodHandle with;
    private final MethodHandle makeCurrent;

    OpenTelemetryContextManager() throws ReflectiveOperationException {
        ClassLoader application = Thread.currentThread().getContextClassLoader();
        ClassLoader loader = application == null ? getClass().getClassLoader() : application;
        Class<?> context = Class.forName(CONTEXT, true, loader);
        Class<?> keyType = Class.forName("io.opentelemetry.context.ContextKey", true, loader);
        Class<?> scope = Class.forName("io.opentelemetry.context.Scope", true, loader);
        MethodHandles.Lookup lookup = MethodHandles.publicLookup();
        key = keyType.getMethod("named", String.class).invoke(null, "longstack-context");
        current = lookup.findStatic(context, "current", MethodType.methodType(context))
                .asType(MethodType.methodType(Object.class));
        get = lookup.findVirtual(context, "get", MethodType.methodType(Object.class, keyType))
                .asType(MethodType.methodType(Object.class, Object.class, Object.class));
        with = lookup.findVirtual(context, "with", MethodType.methodType(context, keyType, Object.class))
                .asType(MethodType.methodType(Object.class, Object.class, Object.class, Object.class));
        makeCurrent = lookup.findVirtual(context, "makeCurrent", MethodType.methodType(scope))
                .asType(MethodType.methodType(AutoCloseable.class, Object.class));
    }

    @Override
    public String name() {
        return "opentelemetry";
    }

    @Override
    public AsyncContext current() {
        AsyncContext running = AsyncContext.running();
        // what is made current by hand is in OpenTelemetry's context too, below what was made current there since
        if (!running.equals(AsyncContext.none()) && !ContextSeam.IS_BY_HAND.getAsBoolean()) {
            return running;
        }
        AsyncContext carried = carried();
        return carried == null || carried.equals(running) ? running : carried;
    }

    private @Nullable AsyncContext carried() {
        try {
            return (AsyncContext) (Object) get.invokeExact((Object) current.invokeExact(), key);
        } catch (Throwable e) {
            throw new IllegalStateException("OpenTelemetry's context can't be read", e);
        }
    }

    @Override
    public Scope attach(AsyncContext context) {
        try {
            Object below = (Object) with.invokeExact((Object) current.invokeExact(), key, (Object) context);
            AutoCloseable scope = (AutoCloseable) makeCurrent.invokeExact(below);
            return () -> close(scope);
        } catch (Throwable e) {
            throw new IllegalStateException("OpenTelemetry's context can't be set", e);
        }
    }

    private static void close(AutoCloseable scope) {
        try {
            scope.close();
        } catch (Exception e) {
            throw new IllegalStateException("OpenTelemetry's scope can't be closed", e);
        }
    }
}
