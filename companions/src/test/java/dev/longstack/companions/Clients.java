package dev.longstack.companions;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Clients that ask a service without a pause, each request with an id of its own, over connections that stay open. */
final class Clients {
    private static final int CLIENTS = 6;
    private static final long PAUSE_MILLIS = 20;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicLong ids = new AtomicLong();
    private final Queue<String> unanswered = new ConcurrentLinkedQueue<>();
    private final URI service;
    private final String withoutAnswer;

    Clients(URI service) {
        this(service, "");
    }

    /** Whatever the service answers to this path is right. */
    Clients(URI service, String withoutAnswer) {
        this.service = service;
        this.withoutAnswer = withoutAnswer;
    }

    /** All clients together ask for each of the paths this many times, in turns. */
    void ask(List<String> paths, int times) throws InterruptedException {
        AtomicLong next = new AtomicLong();
        CountDownLatch done = new CountDownLatch(CLIENTS);
        for (int i = 0; i < CLIENTS; i++) {
            new Thread(() -> {
                        for (long n = next.getAndIncrement();
                                n < (long) times * paths.size();
                                n = next.getAndIncrement()) {
                            ask(paths.get((int) (n % paths.size())));
                        }
                        done.countDown();
                    })
                    .start();
        }
        if (!done.await(2, TimeUnit.MINUTES)) {
            throw new IllegalStateException("clients hang: " + unanswered);
        }
    }

    private void ask(String path) {
        long id = ids.incrementAndGet();
        try {
            if (path.equals("/lost")) {
                lose(path, id);
                return;
            }
            String answer = answer(path, id).strip();
            // Undertow has a page of its own for what fails after a dispatch
            boolean own = path.startsWith("/unknown")
                    || path.equals(withoutAnswer)
                    || (path.equals("/fail-later") && answer.contains("id=" + id));
            if (!own && !answer.contains("done " + id)) {
                unanswered.add(path + " " + id + ": '" + answer.substring(0, Math.min(answer.length(), 200)) + "'");
            }
        } catch (IOException e) {
            unanswered.add(path + " " + id + ": " + e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String answer(String path, long id) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(service.resolve(path + "?id=" + id)).timeout(Duration.ofSeconds(10));
        if (path.equals("/read")) {
            request.POST(BodyPublishers.ofInputStream(() -> new SlowInput(List.of("first part, ", "second part"))));
        }
        if (!path.equals("/write")) {
            return client.send(request.build(), BodyHandlers.ofString()).body();
        }
        HttpResponse<InputStream> response = client.send(request.build(), BodyHandlers.ofInputStream());
        try (InputStream in = response.body()) {
            // the server is to wait for room
            Thread.sleep(PAUSE_MILLIS);
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    /** Asks, and goes away in the middle of the answer. */
    private void lose(String path, long id) throws IOException {
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoLinger(true, 0);
            socket.getOutputStream()
                    .write(("GET " + path + "?id=" + id + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            if (socket.getInputStream().read() < 0) {
                unanswered.add(path + " " + id);
            }
        }
    }

    /** How many exchanges there were. */
    long asked() {
        return ids.get();
    }

    /** What had no answer, or another one's. */
    List<String> unanswered() {
        return List.copyOf(unanswered);
    }

    /** A body whose parts come one after the other. */
    private static final class SlowInput extends InputStream {
        private final Queue<String> parts;

        SlowInput(List<String> parts) {
            this.parts = new ConcurrentLinkedQueue<>(parts);
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException("the client reads into an array");
        }

        @Override
        public int read(byte[] buffer, int from, int length) {
            String part = parts.poll();
            if (part == null) {
                return -1;
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                throw new UncheckedIOException(new IOException(e));
            }
            byte[] bytes = part.getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(bytes, 0, buffer, from, bytes.length);
            return bytes.length;
        }
    }
}
