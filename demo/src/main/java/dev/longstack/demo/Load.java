package dev.longstack.demo;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** People who use the shop: a few threads that ask at a steady rate, and what they saw. */
final class Load {
    private static final int CLIENTS = 4;
    private static final long SLOW_NANOS = 200_000_000;

    private final String address;
    private final long pauseMillis;
    private final long endNanos;
    private final Map<String, List<Long>> nanosByEndpoint = new TreeMap<>();

    Load(String address, int seconds, int requestsPerSecond) {
        this.address = address;
        this.pauseMillis = Math.max(1, 1000L * CLIENTS / requestsPerSecond);
        this.endNanos = System.nanoTime() + seconds * 1_000_000_000L;
    }

    void run() throws InterruptedException {
        List<Thread> clients = new ArrayList<>();
        for (int client = 1; client <= CLIENTS; client++) {
            Random random = new Random(client);
            Thread thread = new Thread(() -> ask(random), "load-" + client);
            thread.start();
            clients.add(thread);
        }
        for (Thread client : clients) {
            client.join();
        }
    }

    private void ask(Random random) {
        try {
            while (System.nanoTime() < endNanos) {
                int die = random.nextInt(20);
                String endpoint = die == 0 ? "/checkout" : die < 12 ? "/orders" : "/search";
                long start = System.nanoTime();
                get(endpoint + "/" + random.nextInt(StockLedger.ARTICLES));
                note(endpoint, System.nanoTime() - start);
                Thread.sleep(pauseMillis);
            }
        } catch (InterruptedException | IOException e) {
            // this client goes home; the report shows the fewer requests
        }
    }

    private void get(String path) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(address + path).toURL().openConnection();
        try (InputStream in = connection.getInputStream()) {
            in.readAllBytes();
        }
    }

    private synchronized void note(String endpoint, long nanos) {
        nanosByEndpoint.computeIfAbsent(endpoint, key -> new ArrayList<>()).add(nanos);
    }

    synchronized int requests() {
        return nanosByEndpoint.values().stream().mapToInt(List::size).sum();
    }

    /** What the clients saw, a line an endpoint. */
    synchronized List<String> report() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format("%-10s %9s %10s %10s %10s %6s", "endpoint", "requests", "p50", "p99", "max", "slow"));
        nanosByEndpoint.forEach((endpoint, nanos) -> {
            long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
            lines.add(String.format(
                    Locale.ROOT,
                    "%-10s %9d %7.1f ms %7.1f ms %7.1f ms %6d",
                    endpoint,
                    sorted.length,
                    sorted[sorted.length / 2] / 1e6,
                    sorted[(int) (sorted.length * 0.99)] / 1e6,
                    sorted[sorted.length - 1] / 1e6,
                    Arrays.stream(sorted).filter(each -> each > SLOW_NANOS).count()));
        });
        return lines;
    }
}
