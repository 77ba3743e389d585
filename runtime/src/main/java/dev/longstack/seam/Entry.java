package dev.longstack.seam;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/**
 * Finds what records: the agent's part on the boot path if it is there, else the one beside this API. By name, because an API
 * on the module path can't link to the boot path. Held in constants, a call through the handles is as fast as a direct one.
 */
public final class Entry {
    private static final String OF_THE_AGENT = "dev.longstack.boot.propagate.entries.";
    private static final String BESIDE_THIS = "dev.longstack.propagate.entries.";

    private final Class<?> type;

    private Entry(Class<?> type) {
        this.type = type;
    }

    /** The entry of this simple name. */
    public static Entry named(String name) {
        try {
            return new Entry(Class.forName(OF_THE_AGENT + name, true, null));
        } catch (ClassNotFoundException withoutAgent) {
            try {
                return new Entry(Class.forName(BESIDE_THIS + name, true, Entry.class.getClassLoader()));
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException("invariant: the runtime's jar is whole", e);
            }
        }
    }

    /** Its method, exactly so. */
    public MethodHandle find(String name, Class<?> result, Class<?>... parameters) {
        try {
            return MethodHandles.lookup().findStatic(type, name, MethodType.methodType(result, parameters));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("invariant: '" + name + "' is part of " + type.getName(), e);
        }
    }

    /** For the catch of {@code invokeExact}: throws what was thrown, checked or not, as it is. */
    public static RuntimeException rethrow(@Nullable Throwable thrown) {
        if (thrown == null) {
            throw new IllegalStateException("invariant: something was thrown");
        }
        throw Entry.<RuntimeException>asItIs(thrown);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Throwable> E asItIs(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
