package dev.longstack.deferred;

import dev.longstack.seam.Entry;
import java.lang.invoke.MethodHandle;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The entry points for callbacks. */
final class DeferredSeam {
    private static final Entry ENTRY = Entry.named("DeferredEntry");

    private static final MethodHandle WRAP =
            ENTRY.find("wrap", Object.class, Class.class, String.class, String.class, Supplier.class, Object.class);
    static final MethodHandle UNWRAP = ENTRY.find("unwrap", Object.class, Object.class);
    static final MethodHandle TOKEN_OF = ENTRY.find("tokenOf", Object.class, Object.class);
    static final MethodHandle CREATED = ENTRY.find("created", long.class, String.class, String.class, Supplier.class);
    static final MethodHandle RUN = ENTRY.find("run", Object.class, long.class, Object.class, Callable.class);
    static final MethodHandle BEGIN = ENTRY.find("begin", void.class, long.class);
    static final MethodHandle END = ENTRY.find("end", void.class, long.class, Throwable.class);
    static final MethodHandle RELEASED = ENTRY.find("released", void.class, long.class, String.class);

    private DeferredSeam() {}

    static Object wrap(
            Class<?> type,
            String kind,
            String operation,
            @Nullable Supplier<? extends Map<String, ?>> arguments,
            Object callback) {
        try {
            return (Object) WRAP.invokeExact(type, kind, operation, (Supplier<?>) arguments, callback);
        } catch (Throwable e) {
            throw Entry.rethrow(e);
        }
    }
}
