package dev.longstack.benchmarks;

import dev.longstack.demo.Shop;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** The demo's shop, asked by a few clients without a pause: {@code WARMUP_SECONDS SECONDS}; says requests a second and p99. */
public final class ServiceMain {
    private static final int CLIENTS = 4;
    private static final int MAX = 1_000_000;

    private ServiceMain() {}

    public static void main(String[] args) throws Exception {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try (Shop shop = new Shop()) {
            ask(shop.address(), Integer.parseInt(args[0]));
            long[] nanos = ask(shop.address(), Integer.parseInt(args[1]));
            Arrays.sort(nanos);
            System.out.println("rate " + nanos.length / Double.parseDouble(args[1]));
            System.out.println("p99 " + nanos[(int) (nanos.length * 0.99)] / 1e6);
        }
        System.exit(0);
    }

    private static long[] ask(String address, int seconds) throws InterruptedException {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        long[] nanos = new long[MAX];
        AtomicLong count = new AtomicLong();
        CountDownLatch done = new CountDownLatch(CLIENTS);
        for (int client = 0; client < CLIENTS; client++) {
            int article = client;
            Thread thread = new Thread(() -> {
                try {
                    while (System.nanoTime() < end) {
                        long start = System.nanoTime();
                        get(address + "/search/" + article);
                        nanos[(int) count.getAndIncrement()] = System.nanoTime() - start;
                    }
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                } finally {
                    done.countDown();
                }
            });
            thread.start();
        }
        done.await();
        return Arrays.copyOf(nanos, (int) count.get());
    }

    private static void get(String address) throws Exception {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(address).toURL().openConnection();
        try (InputStream in = connection.getInputStream()) {
            in.readAllBytes();
        }
    }
}
