package dev.longstack.propagate.entries;

import dev.longstack.events.ReleaseReason;
import dev.longstack.propagate.carriers.TaskWrapper;
import dev.longstack.propagate.carriers.TokenCarrier;
import dev.longstack.record.ContextToken;
import dev.longstack.record.Recorder;
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
 * A callback with its context around it. Woven code finds the context in it, so that wrapping by hand under the agent makes one
 * hop and not two. Equal to itself alone; prints as what is inside.
 *
 * <p>There is a class for each type, since code may ask an object whether it is a Callable or a Supplier.
 */
@SuppressWarnings("unchecked") // the API hands in callbacks of the type that it asks for
abstract sealed class Wrapper implements TokenCarrier, TaskWrapper {
    private final Deferral deferral;

    private Wrapper(Deferral deferral) {
        this.deferral = deferral;
    }

    /** The callback, wrapped as this type; null where the type is none of those known. */
    static @Nullable Wrapper of(Class<?> type, Deferral deferral) {
        if (type == Runnable.class) {
            return new OfRunnable(deferral);
        } else if (type == Callable.class) {
            return new OfCallable(deferral);
        } else if (type == Supplier.class) {
            return new OfSupplier(deferral);
        } else if (type == Function.class) {
            return new OfFunction(deferral);
        } else if (type == Consumer.class) {
            return new OfConsumer(deferral);
        } else if (type == BiFunction.class) {
            return new OfBiFunction(deferral);
        } else if (type == BiConsumer.class) {
            return new OfBiConsumer(deferral);
        } else if (type == CompletionHandler.class) {
            return new OfCompletionHandler(deferral);
        } else if (type == Flow.Subscriber.class) {
            return new OfSubscriber(deferral);
        }
        return null;
    }

    @Override
    public final ContextToken longstackToken() {
        return deferral.token();
    }

    /** It keeps its context, since it begins its runs itself. */
    @Override
    public final void longstackToken(@Nullable ContextToken token) {}

    @Override
    public final Object longstackTask() {
        return deferral.task();
    }

    @Override
    public final String toString() {
        return deferral.task().toString();
    }

    /** One run. */
    final @Nullable Object running(Callable<?> body) {
        return deferral.runUnchecked(this, body);
    }

    /** One run of what has no result. */
    final void doing(Runnable body) {
        Object ignored = deferral.runUnchecked(this, () -> {
            body.run();
            return null;
        });
    }

    /** There is no other run. */
    final void over(ReleaseReason reason) {
        deferral.over(reason);
    }

    private static final class OfRunnable extends Wrapper implements Runnable {
        private final Runnable task;

        OfRunnable(Deferral deferral) {
            super(deferral);
            task = (Runnable) deferral.task();
        }

        @Override
        public void run() {
            doing(task);
        }
    }

    /** One that runs periodically, until a run fails or somebody cancels it. Its runs follow each other. */
    static final class Repeated extends Wrapper implements Runnable {
        private final Runnable task;
        private final long periodNanos;
        private long dueNanos;

        /** A period below 0 is a delay between runs. */
        Repeated(Deferral deferral, Runnable task, long dueNanos, long periodNanos) {
            super(deferral);
            this.task = task;
            this.dueNanos = dueNanos;
            this.periodNanos = periodNanos;
        }

        @Override
        public void run() {
            Recorder.dueAt(longstackToken(), dueNanos);
            try {
                doing(task);
            } catch (Throwable e) {
                over(ReleaseReason.FAILED);
                throw e;
            }
            dueNanos = periodNanos > 0 ? dueNanos + periodNanos : System.nanoTime() - periodNanos;
        }
    }

    private static final class OfCallable extends Wrapper implements Callable<Object> {
        private final Callable<Object> task;

        OfCallable(Deferral deferral) {
            super(deferral);
            task = (Callable<Object>) deferral.task();
        }

        @Override
        public @Nullable Object call() {
            return running(task);
        }
    }

    private static final class OfSupplier extends Wrapper implements Supplier<Object> {
        private final Supplier<Object> task;

        OfSupplier(Deferral deferral) {
            super(deferral);
            task = (Supplier<Object>) deferral.task();
        }

        @Override
        public @Nullable Object get() {
            return running(task::get);
        }
    }

    private static final class OfFunction extends Wrapper implements Function<Object, Object> {
        private final Function<Object, Object> task;

        OfFunction(Deferral deferral) {
            super(deferral);
            task = (Function<Object, Object>) deferral.task();
        }

        @Override
        public @Nullable Object apply(Object value) {
            return running(() -> task.apply(value));
        }
    }

    private static final class OfConsumer extends Wrapper implements Consumer<Object> {
        private final Consumer<Object> task;

        OfConsumer(Deferral deferral) {
            super(deferral);
            task = (Consumer<Object>) deferral.task();
        }

        @Override
        public void accept(Object value) {
            doing(() -> task.accept(value));
        }
    }

    private static final class OfBiFunction extends Wrapper implements BiFunction<Object, Object, Object> {
        private final BiFunction<Object, Object, Object> task;

        OfBiFunction(Deferral deferral) {
            super(deferral);
            task = (BiFunction<Object, Object, Object>) deferral.task();
        }

        @Override
        public @Nullable Object apply(Object first, Object second) {
            return running(() -> task.apply(first, second));
        }
    }

    private static final class OfBiConsumer extends Wrapper implements BiConsumer<Object, Object> {
        private final BiConsumer<Object, Object> task;

        OfBiConsumer(Deferral deferral) {
            super(deferral);
            task = (BiConsumer<Object, Object>) deferral.task();
        }

        @Override
        public void accept(Object first, Object second) {
            doing(() -> task.accept(first, second));
        }
    }

    private static final class OfCompletionHandler extends Wrapper implements CompletionHandler<Object, Object> {
        private final CompletionHandler<Object, Object> task;

        OfCompletionHandler(Deferral deferral) {
            super(deferral);
            task = (CompletionHandler<Object, Object>) deferral.task();
        }

        @Override
        public void completed(Object result, Object attachment) {
            doing(() -> task.completed(result, attachment));
        }

        @Override
        public void failed(Throwable failure, Object attachment) {
            doing(() -> task.failed(failure, attachment));
        }
    }

    private static final class OfSubscriber extends Wrapper implements Flow.Subscriber<Object> {
        private final Flow.Subscriber<Object> task;

        OfSubscriber(Deferral deferral) {
            super(deferral);
            task = (Flow.Subscriber<Object>) deferral.task();
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            task.onSubscribe(subscription);
        }

        @Override
        public void onNext(Object item) {
            doing(() -> task.onNext(item));
        }

        @Override
        public void onError(Throwable failure) {
            try {
                doing(() -> task.onError(failure));
            } finally {
                over(ReleaseReason.FAILED);
            }
        }

        @Override
        public void onComplete() {
            try {
                doing(task::onComplete);
            } finally {
                over(ReleaseReason.COMPLETED);
            }
        }
    }
}
