package dev.longstack.listen;

import dev.longstack.seam.Entry;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the runtime does for listeners and interceptors. Documented there. */
final class ListenSeam {
    private static final Entry ENTRY = Entry.named("ListenEntry");

    /** These give what takes the listener or the interceptor away, or leaves the segment. */
    static final Function<Map<String, ?>, Runnable> LISTEN = ENTRY.find("listen");

    static final BiFunction<@Nullable String, BiFunction<Object[], Callable<Object>, @Nullable Object>, Runnable>
            INTERCEPT = ENTRY.find("intercept");
    static final Function<BiFunction<Object[], Callable<Object>, @Nullable Object>, Runnable> INTERCEPT_WITH_ARGUMENTS =
            ENTRY.find("interceptWithArguments");
    static final Function<String, @Nullable Runnable> ENTER_SEGMENT = ENTRY.find("enterSegment");

    private ListenSeam() {}
}
