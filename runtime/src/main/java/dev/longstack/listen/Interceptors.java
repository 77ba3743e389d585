package dev.longstack.listen;

import dev.longstack.context.AsyncContext;
import dev.longstack.seam.ContextFactory;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Registers interceptors; any thread. The registration is the only way back to an interceptor: nobody can list, call, replace or
 * remove another's.
 *
 * <pre>{@code
 * Interceptor onceMore = (invocation, next) -> {
 *     try {
 *         return next.proceed();
 *     } catch (IllegalStateException e) {
 *         System.out.println("once more: " + invocation.operation());
 *         return next.proceed();
 *     }
 * };
 * try (Registration retrying = Interceptors.add(onceMore)) {
 *     Deferred.wrap("Bank.transfer").runnable(unreliable).run();
 * }
 * }</pre>
 */
public final class Interceptors {
    private Interceptors() {}

    /** Around every run from now on. */
    public static Registration add(Interceptor interceptor) {
        return add(null, interceptor);
    }

    /** The same, and it is given the arguments of the scheduling calls, which may be secrets. */
    public static Registration addWithArguments(Interceptor interceptor) {
        return ListenSeam.INTERCEPT_WITH_ARGUMENTS.apply(code(interceptor))::run;
    }

    /** Around every run that was started in this segment; null for everywhere. */
    static Registration add(@Nullable String segment, Interceptor interceptor) {
        return ListenSeam.INTERCEPT.apply(segment, code(interceptor))::run;
    }

    private static BiFunction<Object[], Callable<Object>, @Nullable Object> code(Interceptor interceptor) {
        return (facts, next) -> {
            AsyncContext context = ContextFactory.contextOf(AsyncContext.class, facts[0]);
            try {
                return interceptor.intercept(new Invocation(context, facts[1]), next::call);
            } catch (Throwable e) {
                throw Interceptors.<RuntimeException>asItIs(e);
            }
        };
    }

    /** What an interceptor throws goes on as it is, checked or not: the task may declare it. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Throwable> E asItIs(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
