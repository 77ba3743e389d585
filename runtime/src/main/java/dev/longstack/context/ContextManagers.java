package dev.longstack.context;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * The one context manager of this JVM, made by the setting {@code longstack.contextManager}.
 *
 * <pre>{@code
 * System.out.println("manager: " + ContextManagers.get().name());
 * }</pre>
 */
public final class ContextManagers {
    private static final String SETTING = "longstack.contextManager";
    private static final ContextManager MANAGER = create(System.getProperty(SETTING, "thread-local"));

    /** Whether what runs on a thread is what is current there, so that nobody else has to be asked. */
    static final boolean INHERENT = MANAGER instanceof ThreadLocalContextManager || MANAGER instanceof NoContextManager;

    static {
        if (!INHERENT) {
            askTheManager();
        }
    }

    private ContextManagers() {}

    /** The manager of this JVM. */
    public static ContextManager get() {
        return MANAGER;
    }

    /** What it knows as current; {@link AsyncContext#none} where it fails. */
    static AsyncContext current() {
        try {
            return Objects.requireNonNull(MANAGER.current(), "a context manager's current() is null");
        } catch (Throwable e) {
            ContextSeam.MANAGER_THREW.accept(e);
            return AsyncContext.none();
        }
    }

    /** Tells it what is current from now on, until the scope is closed; a manager that throws reaches nobody. */
    static Scope attach(AsyncContext context) {
        if (INHERENT) {
            return OpenScope.NOOP;
        }
        try {
            Scope attached = MANAGER.attach(context);
            return () -> close(attached);
        } catch (Throwable e) {
            ContextSeam.MANAGER_THREW.accept(e);
            return OpenScope.NOOP;
        }
    }

    private static void close(Scope attached) {
        try {
            attached.close();
        } catch (Throwable e) {
            ContextSeam.MANAGER_THREW.accept(e);
        }
    }

    /** Woven code asks where nothing runs on a thread. */
    private static void askTheManager() {
        ContextSeam.ASK_ELSEWHERE.accept(() -> current().token);
    }

    private static ContextManager create(String setting) {
        List<String> failed = new ArrayList<>();
        ContextManager made = create(setting, failed);
        failed.forEach(each -> System.err.println("[longstack] a context manager could not be made: " + each));
        return made;
    }

    private static ContextManager create(String setting, List<String> failed) {
        try {
            return switch (setting) {
                case "thread-local" -> new ThreadLocalContextManager();
                case "manual" -> new ManualContextManager();
                case "none" -> new NoContextManager();
                case "opentelemetry" -> new OpenTelemetryContextManager();
                default -> custom(setting, failed);
            };
        } catch (Throwable e) {
            // whatever a manager of the application does, its threads go on
            String others = failed.isEmpty() ? "" : ", and could not make " + String.join(", ", failed);
            failed.clear();
            System.err.println(
                    "[longstack] error: no context manager '" + setting + "' (" + e + "); known: thread-local,"
                            + " manual, none, opentelemetry, a class, or what ServiceLoader finds" + others
                            + ". 'thread-local' is used.");
            return new ThreadLocalContextManager();
        }
    }

    private static ContextManager custom(String setting, List<String> failed) throws ReflectiveOperationException {
        ClassLoader application = Thread.currentThread().getContextClassLoader();
        ClassLoader loader = application == null ? ContextManagers.class.getClassLoader() : application;
        Iterator<ContextManager> all =
                ServiceLoader.load(ContextManager.class, loader).iterator();
        for (ContextManager each = next(all, failed); each != null; each = next(all, failed)) {
            if (each.name().equals(setting)) {
                return each;
            }
        }
        return Class.forName(setting, true, loader)
                .asSubclass(ContextManager.class)
                .getDeclaredConstructor()
                .newInstance();
    }

    /** The next one that can be made; one that can't is left out, and added to those that failed. Null for the end. */
    private static @Nullable ContextManager next(Iterator<ContextManager> all, List<String> failed) {
        while (true) {
            try {
                return all.hasNext() ? all.next() : null;
            } catch (ServiceConfigurationError e) {
                failed.add(e.getMessage() + (e.getCause() == null ? "" : " (" + e.getCause() + ")"));
            }
        }
    }
}
