package dev.longstack.listen;

import dev.longstack.context.AsyncContext;
import java.util.Map;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** One run of a context that is about to begin, as its interceptors see it. */
public final class Invocation {
    private final AsyncContext context;
    private final Object task;

    Invocation(AsyncContext context, Object task) {
        this.context = context;
        this.task = task;
    }

    /** The context whose run it is; also the current one. */
    public AsyncContext context() {
        return context;
    }

    /** The call that scheduled it. */
    public @Nullable String operation() {
        return context.operation();
    }

    /** The user's object. */
    public Object task() {
        return task;
    }

    /** The significant arguments of the scheduling call; empty where nobody asked. */
    public Map<String, ?> arguments() {
        return context.arguments();
    }

    /** False once the task is a completed future: {@link Interceptor.Next} would only throw. */
    public boolean canRunAgain() {
        return !(task instanceof Future<?> future && future.isDone());
    }

    @Override
    public String toString() {
        return context + " of " + task;
    }
}
