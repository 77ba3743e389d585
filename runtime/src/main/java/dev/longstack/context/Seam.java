package dev.longstack.context;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/**
 * Finds what records: the agent's part on the boot path if it is there, else the one beside this API. By name, because an API
 * on the module path can't link to the boot path. Constant method handles: a call through them is as fast as a direct one.
 */
final class Seam {
    private static final String OF_THE_AGENT = "dev.longstack.boot.propagate.ApiEntry";
    private static final String BESIDE_THIS = "dev.longstack.propagate.ApiEntry";

    private static final Class<?> ENTRY = entry();

    static final MethodHandle CURRENT_ID = find("currentId", long.class);
    static final MethodHandle CURRENT_PARENT_ID = find("currentParentId", long.class);
    static final MethodHandle CURRENT_OPERATION = find("currentOperation", String.class);
    static final MethodHandle CAPTURE = find("capture", Object.class, String.class, Class.class);
    static final MethodHandle CAPTURE_CHILD_OF =
            find("captureChildOf", Object.class, long.class, String.class, Class.class);
    static final MethodHandle REQUEST = find("request", Object.class, String.class);
    static final MethodHandle ID_OF = find("idOf", long.class, Object.class);
    static final MethodHandle BEGIN = find("begin", void.class, Object.class, Object.class);
    static final MethodHandle END = find("end", void.class, Object.class, Throwable.class);
    static final MethodHandle RELEASE = find("release", void.class, Object.class, String.class);
    static final MethodHandle HINTS_ON = find("hintsOn", boolean.class);
    static final MethodHandle HINT = find("hint", void.class, String.class, String.class);

    private Seam() {}

    private static Class<?> entry() {
        try {
            return Class.forName(OF_THE_AGENT, true, null);
        } catch (ClassNotFoundException withoutAgent) {
            try {
                return Class.forName(BESIDE_THIS, true, Seam.class.getClassLoader());
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException("invariant: the runtime's jar is whole", e);
            }
        }
    }

    private static MethodHandle find(String name, Class<?> result, Class<?>... parameters) {
        try {
            return MethodHandles.lookup().findStatic(ENTRY, name, MethodType.methodType(result, parameters));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("invariant: '" + name + "' is part of " + ENTRY.getName(), e);
        }
    }

    /** For the catch of {@code invokeExact}: the entry points throw nothing that is checked. */
    static RuntimeException rethrow(@Nullable Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        throw thrown instanceof RuntimeException runtime ? runtime : new IllegalStateException(thrown);
    }
}
