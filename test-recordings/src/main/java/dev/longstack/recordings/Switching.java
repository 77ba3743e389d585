package dev.longstack.recordings;

import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import jdk.jfr.Recording;

/** Starts and stops ten recordings while tasks hop, two of them at once at times; the last one is dumped to the file given. */
public final class Switching {
    private Switching() {}

    public static void main(String[] args) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        int hops = 0;
        for (int i = 0; i < 10; i++) {
            try (Recording first = new Recording();
                    Recording second = new Recording()) {
                first.start();
                second.start();
                hops += hop(pool);
                second.stop();
                hops += hop(pool);
                if (i == 9) {
                    first.dump(Path.of(args[0]));
                }
            }
            hops += hop(pool);
        }
        pool.shutdown();
        System.out.println(hops + " hops");
    }

    private static int hop(ExecutorService pool) throws Exception {
        int sum = 0;
        for (int i = 0; i < 50; i++) {
            sum += pool.submit(() -> 1).get();
        }
        return sum;
    }
}
