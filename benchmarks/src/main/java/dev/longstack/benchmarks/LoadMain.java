package dev.longstack.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Scanner;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;

/**
 * Clients in a JVM of their own, warm from one measurement to the next. For each line {@code PORT CLIENTS MILLIS PATH} they ask
 * without a pause and answer {@code asked REQUESTS FAILURES}; a {@code {}} in the path is one of a million numbers.
 */
public final class LoadMain {
    private static final int VALUES = 1_000_000;

    private LoadMain() {}

    public static void main(String[] args) throws Exception {
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            Scanner words = new Scanner(order);
            ask(words.nextInt(), words.nextInt(), words.nextLong(), words.next());
        }
    }

    private static void ask(int port, int clients, long millis, String path) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        LongAdder asked = new LongAdder();
        LongAdder failed = new LongAdder();
        CountDownLatch done = new CountDownLatch(clients);
        for (int i = 0; i < clients; i++) {
            Thread client = new Thread(() -> {
                try (Exchanges exchanges = new Exchanges(port)) {
                    while (System.nanoTime() < end) {
                        exchanges.get(filled(path));
                        asked.increment();
                    }
                } catch (IOException e) {
                    System.err.println("client: " + e);
                    failed.increment();
                } finally {
                    done.countDown();
                }
            });
            client.start();
        }
        done.await();
        System.out.println("asked " + asked + " " + failed);
    }

    private static String filled(String path) {
        return path.replace("{}", Integer.toString(ThreadLocalRandom.current().nextInt(VALUES)));
    }
}
