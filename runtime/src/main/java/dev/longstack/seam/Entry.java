package dev.longstack.seam;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;

/**
 * Finds what records: the agent's part on the boot path if it is there, else the one beside this API. By name, because an API
 * on the module path, or behind a class loader that hides the boot path, can't link to it.
 *
 * <p>The two sides share no type but the JDK's: an entry is a table of functional interfaces, read once and kept in constants,
 * where a call through one is as fast as a direct call. None of them throws anything but what the application's own code threw.
 */
public final class Entry {
    private static final String OF_THE_AGENT = "dev.longstack.boot.propagate.entries.";
    private static final String BESIDE_THIS = "dev.longstack.propagate.entries.";

    private final String name;
    private final Map<?, ?> functions;

    private Entry(String name, Map<?, ?> functions) {
        this.name = name;
        this.functions = functions;
    }

    /** The entry of this simple name. */
    public static Entry named(String name) {
        Class<?> type = type(name);
        // a named module does not read the boot path's unnamed one by itself
        Entry.class.getModule().addReads(type.getModule());
        try {
            Object functions = MethodHandles.lookup()
                    .findStatic(type, "functions", MethodType.methodType(Map.class))
                    .invoke();
            return new Entry(name, (Map<?, ?>) functions);
        } catch (Throwable e) {
            throw new IllegalStateException("invariant: " + type.getName() + " has a table of functions", e);
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(OF_THE_AGENT + name, true, null);
        } catch (ClassNotFoundException withoutAgent) {
            try {
                return Class.forName(BESIDE_THIS + name, true, Entry.class.getClassLoader());
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException("invariant: the runtime's jar is complete", e);
            }
        }
    }

    /** One of its functions; a functional interface of the JDK. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // both sides are tested against each other
    public <F> F find(String function) {
        Object found = functions.get(function);
        if (found == null) {
            throw new IllegalStateException("invariant: '" + function + "' is part of " + name);
        }
        return (F) found;
    }
}
