package dev.longstack.stream;

import dev.longstack.stream.Meter.Chunk;
import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.UnaryOperator;

/** Publishers, subscribers and processors with a probe; they keep the rules of Reactive Streams as those inside do. */
final class FlowProbes {
    private FlowProbes() {}

    /** A publisher that puts something around each subscriber. */
    record Probed<T>(Flow.Publisher<T> publisher, UnaryOperator<Flow.Subscriber<T>> around)
            implements Flow.Publisher<T> {
        @Override
        @SuppressWarnings("unchecked") // a subscriber of more takes these as well
        public void subscribe(Flow.Subscriber<? super T> subscriber) {
            Objects.requireNonNull(subscriber, "subscriber");
            publisher.subscribe(around.apply((Flow.Subscriber<T>) subscriber));
        }
    }

    /** Where items leave, for a subscriber. */
    static final class Out<T> implements Flow.Subscriber<T> {
        private final Meter meter;
        private final Flow.Subscriber<? super T> subscriber;
        private final Held held;
        private final AtomicLong demand = new AtomicLong();
        private final AtomicLong internalNanos = new AtomicLong();
        private final LongAdder subscriberNanos = new LongAdder();

        Out(Meter meter, Flow.Subscriber<? super T> subscriber, Held held) {
            this.meter = meter;
            this.subscriber = subscriber;
            this.held = held;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            Objects.requireNonNull(subscription, "subscription");
            subscriber.onSubscribe(new Flow.Subscription() {
                @Override
                public void request(long count) {
                    long ignored = demand.updateAndGet(
                            before -> count <= 0 || before > Long.MAX_VALUE - count ? Long.MAX_VALUE : before + count);
                    serve(subscription, count);
                }

                @Override
                public void cancel() {
                    subscription.cancel();
                }
            });
        }

        /** The time in the publisher, without that of the items which it delivers meanwhile. */
        private void serve(Flow.Subscription subscription, long count) {
            long before = subscriberNanos.sum();
            long start = System.nanoTime();
            subscription.request(count);
            long inside = System.nanoTime() - start - (subscriberNanos.sum() - before);
            long ignored = internalNanos.addAndGet(Math.max(0, inside));
        }

        @Override
        public void onNext(T item) {
            long wanted = demand.updateAndGet(before -> before == Long.MAX_VALUE || before == 0 ? before : before - 1);
            Object begun = meter.begin();
            if (begun == null) {
                subscriber.onNext(item);
                return;
            }
            // the subscriber may empty a buffer
            long sizeBytes = Meter.sizeBytes(item);
            long start = System.nanoTime();
            try {
                subscriber.onNext(item);
            } finally {
                subscriberNanos.add(System.nanoTime() - start);
                meter.end(
                        begun, new Chunk(sizeBytes, held.bytes(), held.elements(), internalNanos.getAndSet(0), wanted));
            }
        }

        @Override
        public void onError(Throwable failure) {
            subscriber.onError(failure);
        }

        @Override
        public void onComplete() {
            subscriber.onComplete();
        }

        @Override
        public String toString() {
            return subscriber.toString();
        }
    }

    /** Both sides of a processor. */
    record Both<T, R>(Flow.Subscriber<T> in, Flow.Publisher<R> out) implements Flow.Processor<T, R> {
        @Override
        public void subscribe(Flow.Subscriber<? super R> subscriber) {
            out.subscribe(subscriber);
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            in.onSubscribe(subscription);
        }

        @Override
        public void onNext(T item) {
            in.onNext(item);
        }

        @Override
        public void onError(Throwable failure) {
            in.onError(failure);
        }

        @Override
        public void onComplete() {
            in.onComplete();
        }
    }
}
