package dev.longstack.context;

import dev.longstack.seam.Entry;
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
        if (!running.equals(AsyncContext.none()) && !isAttachedByHand()) {
            return running;
        }
        try {
            AsyncContext carried = (AsyncContext) (Object) get.invokeExact((Object) current.invokeExact(), key);
            return carried == null ? running : carried;
        } catch (Throwable e) {
            throw Entry.rethrow(e);
        }
    }

    /** What is attached by hand is in OpenTelemetry's context too, below what was made current there since. */
    private static boolean isAttachedByHand() {
        try {
            @Nullable Object owner = (Object) ContextSeam.CURRENT_OWNER.invokeExact();
            return owner instanceof Scope || owner instanceof AsyncContext.Run;
        } catch (Throwable e) {
            throw Entry.rethrow(e);
        }
    }

    @Override
    public Scope.Undo attach(AsyncContext context) {
        try {
            Object below = (Object) with.invokeExact((Object) current.invokeExact(), key, (Object) context);
            AutoCloseable scope = (AutoCloseable) makeCurrent.invokeExact(below);
            return () -> {
                try {
                    scope.close();
                } catch (Exception e) {
                    throw Entry.rethrow(e);
                }
            };
        } catch (Throwable e) {
            throw Entry.rethrow(e);
        }
    }
}
