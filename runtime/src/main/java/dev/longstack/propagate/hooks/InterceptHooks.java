package dev.longstack.propagate.hooks;

import dev.longstack.propagate.carriers.TaskWrapper;
import dev.longstack.record.Faults;
import dev.longstack.record.Interception;
import java.util.TimerTask;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Called by woven code between the begin of a run and the call of the user's object: what is called instead, which is the object
 * itself where nobody intercepts it. Nobody else gets to see what stands in for it. With no interceptor at all each costs a branch.
 */
@SuppressWarnings("unchecked") // what an interceptor answers is as good as what the task would
public final class InterceptHooks {
    private InterceptHooks() {}

    private static @Nullable Interception of(@Nullable Object task, Object owner) {
        try {
            return task == null ? null : Interception.of(owner, TaskWrapper.userTask(task));
        } catch (Throwable e) {
            Faults.swallow(e);
            return null;
        }
    }

    public static Runnable runnable(Runnable task, Object owner) {
        return Interception.wanted() ? interceptedRunnable(task, owner) : task;
    }

    private static Runnable interceptedRunnable(Runnable task, Object owner) {
        Interception run = of(task, owner);
        return run == null
                ? task
                : () -> {
                    Object ignored = run.runUnchecked(() -> {
                        task.run();
                        return null;
                    });
                };
    }

    public static <T> Callable<T> callable(Callable<T> task, Object owner) {
        return Interception.wanted() ? interceptedCallable(task, owner) : task;
    }

    private static <T> Callable<T> interceptedCallable(Callable<T> task, Object owner) {
        Interception run = of(task, owner);
        return run == null ? task : () -> (T) run.run(task);
    }

    public static <T> Supplier<T> supplier(Supplier<T> task, Object owner) {
        return Interception.wanted() ? interceptedSupplier(task, owner) : task;
    }

    private static <T> Supplier<T> interceptedSupplier(Supplier<T> task, Object owner) {
        Interception run = of(task, owner);
        return run == null ? task : () -> (T) run.runUnchecked(() -> task.get());
    }

    public static <T, R> Function<T, R> function(Function<T, R> task, Object owner) {
        return Interception.wanted() ? interceptedFunction(task, owner) : task;
    }

    private static <T, R> Function<T, R> interceptedFunction(Function<T, R> task, Object owner) {
        Interception run = of(task, owner);
        return run == null ? task : value -> (R) run.runUnchecked(() -> task.apply(value));
    }

    public static <T> Consumer<T> consumer(Consumer<T> task, Object owner) {
        return Interception.wanted() ? interceptedConsumer(task, owner) : task;
    }

    private static <T> Consumer<T> interceptedConsumer(Consumer<T> task, Object owner) {
        Interception run = of(task, owner);
        return run == null
                ? task
                : value -> {
                    Object ignored = run.runUnchecked(() -> {
                        task.accept(value);
                        return null;
                    });
                };
    }

    public static <T, U, R> BiFunction<T, U, R> biFunction(BiFunction<T, U, R> task, Object owner) {
        return Interception.wanted() ? interceptedBiFunction(task, owner) : task;
    }

    private static <T, U, R> BiFunction<T, U, R> interceptedBiFunction(BiFunction<T, U, R> task, Object owner) {
        Interception run = of(task, owner);
        return run == null ? task : (first, second) -> (R) run.runUnchecked(() -> task.apply(first, second));
    }

    public static <T, U> BiConsumer<T, U> biConsumer(BiConsumer<T, U> task, Object owner) {
        return Interception.wanted() ? interceptedBiConsumer(task, owner) : task;
    }

    private static <T, U> BiConsumer<T, U> interceptedBiConsumer(BiConsumer<T, U> task, Object owner) {
        Interception run = of(task, owner);
        return run == null
                ? task
                : (first, second) -> {
                    Object ignored = run.runUnchecked(() -> {
                        task.accept(first, second);
                        return null;
                    });
                };
    }

    public static TimerTask timerTask(TimerTask task, Object owner) {
        return Interception.wanted() ? interceptedTimerTask(task, owner) : task;
    }

    private static TimerTask interceptedTimerTask(TimerTask task, Object owner) {
        Interception run = of(task, owner);
        return run == null
                ? task
                : new TimerTask() {
                    @Override
                    public void run() {
                        Object ignored = run.runUnchecked(() -> {
                            task.run();
                            return null;
                        });
                    }
                };
    }
}
