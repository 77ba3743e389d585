package dev.longstack.propagate.entries;

import dev.longstack.events.ReleaseReason;
import dev.longstack.propagate.carriers.TaskWrapper;
import dev.longstack.propagate.carriers.TokenCarrier;
import dev.longstack.record.ContextToken;
import java.nio.channels.CompletionHandler;
import java.util.concurrent.Callable;
import java.util.concurrent.Flow;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A callback with its context around it, a class for each type. Woven code finds the context in it, so that wrapping by hand
 * under the agent makes one hop and not two. Equal to itself alone; prints as what is inside.
 */
@SuppressWarnings("unchecked") // the API hands in callbacks of the type that it asks for
sealed interface Wrapper extends TokenCarrier, TaskWrapper {
    /** What is inside, with its context. */
    Deferral deferral();

    @Override
    default ContextToken longstackToken() {
        return deferral().token();
    }

    /** It keeps its context, since it begins its runs itself. */
    @Override
    default void longstackToken(@Nullable ContextToken token) {}

    @Override
    default Object longstackTask() {
        return deferral().task();
    }

    /** The callback, wrapped as this type; null where the type is none of those known. */
    static @Nullable Object of(Class<?> type, ContextToken token, Object task) {
        Deferral deferral = new Deferral(token, task);
        if (type == Runnable.class) {
            return new OfRunnable(deferral, (Runnable) task);
        } else if (type == Callable.class) {
            return new OfCallable(deferral, (Callable<Object>) task);
        } else if (type == Supplier.class) {
            return new OfSupplier(deferral, (Supplier<Object>) task);
        } else if (type == Function.class) {
            return new OfFunction(deferral, (Function<Object, Object>) task);
        } else if (type == Consumer.class) {
            return new OfConsumer(deferral, (Consumer<Object>) task);
        } else if (type == BiFunction.class) {
            return new OfBiFunction(deferral, (BiFunction<Object, Object, Object>) task);
        } else if (type == BiConsumer.class) {
            return new OfBiConsumer(deferral, (BiConsumer<Object, Object>) task);
        } else if (type == CompletionHandler.class) {
            return new OfCompletionHandler(deferral, (CompletionHandler<Object, Object>) task);
        } else if (type == Flow.Subscriber.class) {
            return new OfSubscriber(deferral, (Flow.Subscriber<Object>) task);
        }
        return null;
    }

    final class OfRunnable implements Wrapper, Runnable {
        private final Deferral deferral;
        private final Runnable task;

        OfRunnable(Deferral deferral, Runnable task) {
            this.deferral = deferral;
            this.task = task;
        }

        @Override
        public Deferral deferral() {
            return deferral;
        }

        @Override
        public void run() {
            Object ignored = deferral.runUnchecked(this, () -> {
                task.run();
                return null;
            });
        }

        @Override
        public String toString() {
            return task.toString();
        }
    }

    final class OfCallable implements Wrapper, Callable<Object> {
        private final Deferral deferral;
        private final Callable<Object> task;

        OfCallable(Deferral deferral, Callable<Object> task) {
            this.deferral = deferral;
            this.task = task;
        }

        @Override
        public Deferral deferral() {
            return deferral;
        }

        @Override
        public @Nullable Object call() throws Exception {
            return deferral.run(this, task);
        }

        @Override
        public String toString() {
            return task.toString();
        }
    }

    final class OfSupplier implements Wrapper, Supplier<Object> {
        private final Deferral deferral;
        private final Supplier<Object> task;

        OfSupplier(Deferral deferral, Supplier<Object> task) {
            this.deferral = deferral;
            this.task = task;
        }

        @Override
        public Deferral deferral() {
            return deferral;
        }

        @Override
        public @Nullable Object get() {
            return deferral.runUnchecked(this, task::get);
        }

        @Override
        public String toString() {
            return task.toString();
        }
    }

    final class OfFunction implements Wrapper, Function<Object, Object> {
        private final Deferral deferral;
        private final Function<Object, Object> task;

        OfFunction(Deferral deferral, Function<Object, Object> task) {
            this.deferral = deferral;
            this.task = task;
        }

        @Override
        public Deferral deferral() {
            return deferral;
        }

        @Override
        public @Nullable Object apply(Object value) {
            return deferral.runUnchecked(this, () -> task.apply(value));
        }

        @Override
        public String toString() {
            return task.toString();
        }
    }

    final class OfConsumer implements Wrapper, Consumer<Object> {
        private final Deferral deferral;
        private final Consumer<Object> task;

        OfConsumer(Deferral deferral, Consumer<Object> task) {
            this.deferral = deferral;
            this.task = task;
        }

        @Override
        public Deferral deferral() {
            return deferral;
        }

        @Override
        public void accept(Object value) {
            Object ignored = deferral.runUnchecked(this, () -> {
                task.accept(value);
                return null;
            });
        }

        @Override
        public String toString() {
            return task.toString();
        }
    }

    final class OfBiFunction implements Wrapper, BiFunction<Object, Object, Object> {
        private final Deferral deferral;
        private final BiFunction<Object, Object, Object> task;

        OfBiFunction(Deferral deferral, BiFunction<Object, Object, Object> task) {
            this.deferral = deferral;
            this.task = task;
        }

        @Override
        public Deferral deferral() {
            return deferral;
        }

        @Override
        public @Nullable Object apply(Object first, Object second) {
            return deferral.runUnchecked(this, () -> task.apply(first, second));
        }

        @Override
        public String toString() {
            return task.toString();
        }
    }

    final class OfBiConsumer implements Wrapper, BiConsumer<Object, Object> {
        private final Deferral deferral;
        private final BiConsumer<Object, Object> task;

        OfBiConsumer(Deferral deferral, BiConsumer<Object, Object> task) {
            this.deferral = deferral;
            this.task = task;
        }

        @Override
        public Deferral deferral() {
            return deferral;
        }

        @Override
        public void accept(Object first, Object second) {
            Object ignored = deferral.runUnchecked(this, () -> {
                task.accept(first, second);
                return null;
            });
        }

        @Override
        public String toString() {
            return task.toString();
        }
    }

    final class OfCompletionHandler implements Wrapper, CompletionHandler<Object, Object> {
        private final Deferral deferral;
        private final CompletionHandler<Object, Object> task;

        OfCompletionHandler(Deferral deferral, CompletionHandler<Object, Object> task) {
            this.deferral = deferral;
            this.task = task;
        }

        @Override
        public Deferral deferral() {
            return deferral;
        }

        @Override
        public void completed(Object result, Object attachment) {
            Object ignored = deferral.runUnchecked(this, () -> {
                task.completed(result, attachment);
                return null;
            });
        }

        @Override
        public void failed(Throwable failure, Object attachment) {
            Object ignored = deferral.runUnchecked(this, () -> {
                task.failed(failure, attachment);
                return null;
            });
        }

        @Override
        public String toString() {
            return task.toString();
        }
    }

    final class OfSubscriber implements Wrapper, Flow.Subscriber<Object> {
        private final Deferral deferral;
        private final Flow.Subscriber<Object> task;

        OfSubscriber(Deferral deferral, Flow.Subscriber<Object> task) {
            this.deferral = deferral;
            this.task = task;
        }

        @Override
        public Deferral deferral() {
            return deferral;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            task.onSubscribe(subscription);
        }

        @Override
        public void onNext(Object item) {
            Object ignored = deferral.runUnchecked(this, () -> {
                task.onNext(item);
                return null;
            });
        }

        @Override
        public void onError(Throwable failure) {
            try {
                Object ignored = deferral.runUnchecked(this, () -> {
                    task.onError(failure);
                    return null;
                });
            } finally {
                deferral.over(ReleaseReason.FAILED);
            }
        }

        @Override
        public void onComplete() {
            try {
                Object ignored = deferral.runUnchecked(this, () -> {
                    task.onComplete();
                    return null;
                });
            } finally {
                deferral.over(ReleaseReason.COMPLETED);
            }
        }

        @Override
        public String toString() {
            return task.toString();
        }
    }
}
