package dev.longstack.context;

/** Nothing is ever current: everything is off. */
final class NoContextManager implements ContextManager {
    @Override
    public String name() {
        return "none";
    }

    @Override
    public AsyncContext current() {
        return AsyncContext.none();
    }

    @Override
    public Scope attach(AsyncContext context) {
        return Scope.noop();
    }
}
