package dev.longstack.listen;

import dev.longstack.context.AsyncContext;
import dev.longstack.seam.Entry;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Registers interceptors; any thread. The registration is the only way back to an interceptor: nobody can list, call, replace or
 * remove another's.
 */
public final class Interceptors {
    private Interceptors() {}

    /** Around every run from now on. */
    public static Registration add(Interceptor interceptor) {
        return add(null, false, interceptor);
    }

    /** The same, and it is given the arguments of the scheduling calls, which may be secrets. */
    public static Registration addWithArguments(Interceptor interceptor) {
        return add(null, true, interceptor);
    }

    static Registration add(@Nullable String segment, boolean arguments, Interceptor interceptor) {
        BiFunction<Object[], Callable<Object>, @Nullable Object> code = (facts, next) -> {
            try {
                return interceptor.intercept(new Invocation(AsyncContext.ofToken(facts[0]), facts[1]), next::call);
            } catch (Throwable e) {
                throw Entry.rethrow(e);
            }
        };
        try {
            Runnable remove =
                    (Runnable) ListenSeam.INTERCEPT.invokeExact(segment, arguments, (BiFunction<?, ?, ?>) code);
            return remove::run;
        } catch (Throwable e) {
            throw Entry.rethrow(e);
        }
    }
}
