package dev.longstack.recordings.truth;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.SubmissionPublisher;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All programs publish to one subscriber, which the first of them subscribes. */
final class Publisher implements AutoCloseable {
    private final SubmissionPublisher<Consumer<Object>> publisher;
    private @Nullable CompletableFuture<Void> consumed;

    Publisher(Executor executor) {
        publisher = new SubmissionPublisher<>(executor, 1 << 14);
    }

    void submit(Consumer<Object> piece) {
        subscribeOnce();
        publisher.submit(piece);
    }

    private synchronized void subscribeOnce() {
        if (consumed == null) {
            consumed = publisher.consume(piece -> piece.accept(this));
        }
    }

    @Override
    public synchronized void close() {
        publisher.close();
        if (consumed != null) {
            consumed.join();
        }
    }
}
