package dev.longstack.context;

/** What runs on a thread is what is current there. */
final class ThreadLocalContextManager implements ContextManager {
    @Override
    public String name() {
        return "thread-local";
    }

    @Override
    public AsyncContext current() {
        return AsyncContext.running();
    }

    @Override
    public Scope attach(AsyncContext context) {
        return Scope.noop();
    }
}
