package dev.longstack.recordings;

import java.lang.instrument.Instrumentation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Another agent, which starts first and loads the classes that ours would give a field to. */
public final class EarlyAgent {
    private EarlyAgent() {}

    /** Called by the JVM. */
    public static void premain(@Nullable String options, Instrumentation instrumentation)
            throws ClassNotFoundException {
        for (String name : List.of(
                "FutureTask",
                "ThreadPoolExecutor",
                "ThreadPoolExecutor$Worker",
                "LinkedBlockingQueue",
                "LinkedBlockingQueue$Node",
                "AbstractExecutorService",
                "CompletableFuture",
                "CompletableFuture$UniCompletion",
                "CompletableFuture$UniApply",
                "CompletableFuture$AsyncSupply")) {
            Class.forName("java.util.concurrent." + name);
        }
    }
}
