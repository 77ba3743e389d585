package dev.longstack.context;

import dev.longstack.seam.Entry;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** What the runtime does for contexts, each of which it knows by a token; null for none. Documented there. */
final class ContextSeam {
    private static final Entry ENTRY = Entry.named("ApiEntry");

    static final LongSupplier CURRENT_ID = ENTRY.find("currentId");
    static final Supplier<@Nullable Object> CURRENT = ENTRY.find("current");
    static final Supplier<@Nullable Object> CURRENT_RUN = ENTRY.find("currentRun");
    static final BooleanSupplier IS_BY_HAND = ENTRY.find("isByHand");
    static final Consumer<Supplier<@Nullable Object>> ASK_ELSEWHERE = ENTRY.find("askElsewhere");
    static final Function<@Nullable Object[], @Nullable Object> CREATE = ENTRY.find("create");
    static final Function<String, @Nullable Object> REQUEST = ENTRY.find("request");

    static final ToLongFunction<@Nullable Object> ID_OF = ENTRY.find("idOf");
    static final ToLongFunction<@Nullable Object> PARENT_ID_OF = ENTRY.find("parentIdOf");
    static final Function<@Nullable Object, @Nullable String> OPERATION_OF = ENTRY.find("operationOf");
    static final Function<@Nullable Object, @Nullable String> KIND_OF = ENTRY.find("kindOf");
    static final Function<@Nullable Object, @Nullable Class<?>> TASK_CLASS_OF = ENTRY.find("taskClassOf");
    static final Function<@Nullable Object, @Nullable Map<String, ?>> ARGUMENTS_OF = ENTRY.find("argumentsOf");
    static final Function<@Nullable Object, @Nullable Throwable> CREATION_OF = ENTRY.find("creationOf");

    /** These give what ends it again, with the failure of a run. */
    static final Function<@Nullable Object, @Nullable Consumer<@Nullable Throwable>> BEGIN = ENTRY.find("begin");

    static final BiFunction<@Nullable Object, @Nullable Object, @Nullable Consumer<@Nullable Throwable>> MAKE_CURRENT =
            ENTRY.find("makeCurrent");
    static final BiFunction<Object, @Nullable Object, @Nullable Consumer<@Nullable Throwable>> WITH_VALUE =
            ENTRY.find("withValue");

    static final BiConsumer<@Nullable Object, Runnable> RUN = ENTRY.find("run");
    static final BiFunction<@Nullable Object, Callable<?>, @Nullable Object> CALL = ENTRY.find("call");
    static final BiConsumer<@Nullable Object, String> RELEASE = ENTRY.find("release");

    static final BooleanSupplier HINTS_ON = ENTRY.find("hintsOn");
    static final BiConsumer<String, String> HINT = ENTRY.find("hint");
    static final Runnable VALUE_DECLARED = ENTRY.find("valueDeclared");
    static final Function<Object, @Nullable Object> VALUE = ENTRY.find("value");
    static final BiConsumer<Object, @Nullable Object> SET_VALUE = ENTRY.find("setValue");
    static final Consumer<Throwable> MANAGER_THREW = ENTRY.find("managerThrew");

    private ContextSeam() {}
}
