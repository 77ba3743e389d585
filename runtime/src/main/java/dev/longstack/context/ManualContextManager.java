package dev.longstack.context;

/**
 * For code that sets and gets the current context itself: a thread's context is what was last set on it, until something else is
 * set. Woven code does not propagate.
 */
public final class ManualContextManager implements ContextManager {
    private static final ThreadLocal<AsyncContext> CURRENT = ThreadLocal.withInitial(AsyncContext::none);

    ManualContextManager() {}

    /** Sets the current context of this thread; what it was before. */
    public static AsyncContext set(AsyncContext context) {
        AsyncContext before = CURRENT.get();
        if (context.equals(AsyncContext.none())) {
            CURRENT.remove();
        } else {
            CURRENT.set(context);
        }
        return before;
    }

    @Override
    public String name() {
        return "manual";
    }

    @Override
    public AsyncContext current() {
        return CURRENT.get();
    }

    @Override
    public Scope attach(AsyncContext context) {
        AsyncContext before = set(context);
        return () -> {
            AsyncContext ignored = set(before);
        };
    }
}
