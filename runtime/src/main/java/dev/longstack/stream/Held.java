package dev.longstack.stream;

import java.util.concurrent.SubmissionPublisher;

/** What backpressure holds at a moment; any thread. */
interface Held {
    Held UNKNOWN = new Held() {
        @Override
        public long elements() {
            return Meter.UNKNOWN;
        }

        @Override
        public long bytes() {
            return Meter.UNKNOWN;
        }
    };

    long elements();

    long bytes();

    /** What its slowest subscriber has not taken yet. */
    static Held of(SubmissionPublisher<?> publisher) {
        return new Held() {
            @Override
            public long elements() {
                return publisher.estimateMaximumLag();
            }

            @Override
            public long bytes() {
                return Meter.UNKNOWN;
            }
        };
    }
}
