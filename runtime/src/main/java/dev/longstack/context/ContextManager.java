package dev.longstack.context;

/**
 * Knows what is current on a thread. Which one does is set for the whole JVM by {@code longstack.contextManager}: {@code
 * thread-local} (default), {@code manual}, {@code none}, {@code opentelemetry}, the name of one that {@link
 * java.util.ServiceLoader} finds, or of a class with a public constructor without parameters. Any thread.
 *
 * <p>Whatever the manager, runs are recorded where they begin; a manager adds where else to find the current context, and so the
 * parent of what is created.
 *
 * <pre>{@code
 * public Scope attach(AsyncContext context) {
 *     AsyncContext before = current.get();
 *     current.set(context);
 *     return () -> current.set(before);
 * }
 * }</pre>
 */
public interface ContextManager {
    /** What the setting calls it. */
    String name();

    /**
     * What is current on this thread, never null; {@link AsyncContext#none} for nothing that the manager knows of: then it is what
     * runs here, such as a wrapped callback.
     */
    AsyncContext current();

    /** Makes it current on this thread, none included, until the scope is closed. What it throws is counted and goes no further. */
    Scope attach(AsyncContext context);
}
