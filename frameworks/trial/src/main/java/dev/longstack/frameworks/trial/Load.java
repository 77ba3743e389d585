package dev.longstack.frameworks.trial;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Clients that ask a service without a pause, each request with an id of its own. */
final class Load {
    private static final int CLIENTS = 12;
    private static final int PATIENCE_SECONDS = 5;
    /** A service that answers nobody is not asked for hours. */
    private static final int MAX_UNANSWERED = 2 * CLIENTS;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicLong ids = new AtomicLong();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final Service service;
    private final int port;

    Load(Service service, int port) {
        this.service = service;
        this.port = port;
    }

    /**
     * What came of it.
     *
     * @param unanswered no answer within some seconds, or a broken one
     */
    record Outcome(int answered, int unanswered) {}

    Outcome run(int seconds, int requests) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        CountDownLatch done = new CountDownLatch(CLIENTS);
        for (int i = 0; i < CLIENTS; i++) {
            Thread thread = new Thread(() -> {
                try {
                    while (System.nanoTime() < end && unanswered.get() < MAX_UNANSWERED) {
                        long id = ids.incrementAndGet();
                        if (id > requests) {
                            return;
                        }
                        ask(id);
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } finally {
                    done.countDown();
                }
            });
            thread.start();
        }
        done.await();
        return new Outcome(answered.get(), unanswered.get());
    }

    private void ask(long id) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(service.address(port, id)))
                .timeout(Duration.ofSeconds(PATIENCE_SECONDS))
                .build();
        try {
            client.send(request, HttpResponse.BodyHandlers.ofString());
            answered.incrementAndGet();
        } catch (IOException e) {
            unanswered.incrementAndGet();
        }
    }
}
