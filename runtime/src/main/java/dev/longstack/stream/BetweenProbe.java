package dev.longstack.stream;

import java.util.concurrent.Flow;
import java.util.concurrent.atomic.LongAdder;

/**
 * Two places of a stream, between which every element is passed on, in whatever order: what has entered and not left is what
 * backpressure holds there. Any thread.
 *
 * @param <T> of the elements
 */
public final class BetweenProbe<T> implements Held {
    private final Meter meter;
    private final LongAdder elements = new LongAdder();
    private final LongAdder bytes = new LongAdder();
    private volatile boolean bytesKnown = true;

    BetweenProbe(Meter meter) {
        this.meter = meter;
    }

    /** Where the elements enter: in front of what holds them. */
    public Flow.Publisher<T> entering(Flow.Publisher<T> publisher) {
        return new FlowProbes.Probed<>(publisher, subscriber -> new Counting(subscriber, 1));
    }

    /** Where they leave: the subscriber behind what holds them. */
    public Flow.Subscriber<T> leaving(Flow.Subscriber<? super T> subscriber) {
        return new Counting(new FlowProbes.Out<>(meter, subscriber, this), -1);
    }

    /** How many have entered and not left. */
    @Override
    public long elements() {
        return elements.sum();
    }

    /** Their bytes; -1 for unknown. */
    @Override
    public long bytes() {
        return bytesKnown ? bytes.sum() : Meter.UNKNOWN;
    }

    private final class Counting implements Flow.Subscriber<T> {
        private final Flow.Subscriber<? super T> subscriber;
        private final int sign;

        Counting(Flow.Subscriber<? super T> subscriber, int sign) {
            this.subscriber = subscriber;
            this.sign = sign;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscriber.onSubscribe(subscription);
        }

        @Override
        public void onNext(T item) {
            elements.add(sign);
            long size = Meter.sizeBytes(item);
            if (size == Meter.UNKNOWN) {
                bytesKnown = false;
            }
            bytes.add(sign * Math.max(0, size));
            subscriber.onNext(item);
        }

        @Override
        public void onError(Throwable failure) {
            subscriber.onError(failure);
        }

        @Override
        public void onComplete() {
            subscriber.onComplete();
        }
    }
}
