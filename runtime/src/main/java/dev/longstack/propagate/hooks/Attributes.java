package dev.longstack.propagate.hooks;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Attributes of the requests of servlets, whose interfaces the boot path does not see. Any thread. */
final class Attributes {
    private static final ClassValue<Getter> GETTERS = new ClassValue<>() {
        @Override
        protected Getter computeValue(Class<?> type) {
            return new Getter(find(type, new HashSet<>()));
        }
    };

    private Attributes() {}

    /** {@code ServletRequest.getAttribute}; null where the class has none. */
    private record Getter(@Nullable MethodHandle handle) {}

    /** The attribute of the request; null for none. Throws what the request throws. */
    static @Nullable Object of(Object request, String name) throws Throwable {
        MethodHandle handle = GETTERS.get(request.getClass()).handle;
        return handle == null ? null : handle.invoke(request, name);
    }

    /** By the interface: the class itself is often hidden in its module. */
    private static @Nullable MethodHandle find(@Nullable Class<?> type, Set<Class<?>> seen) {
        if (type == null || !seen.add(type)) {
            return null;
        }
        if (type.isInterface() && type.getName().endsWith("servlet.ServletRequest")) {
            try {
                return MethodHandles.publicLookup().unreflect(type.getMethod("getAttribute", String.class));
            } catch (ReflectiveOperationException e) {
                return null;
            }
        }
        MethodHandle found = find(type.getSuperclass(), seen);
        for (Class<?> each : type.getInterfaces()) {
            found = found != null ? found : find(each, seen);
        }
        return found;
    }
}
