package dev.longstack.cli;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import jdk.jfr.consumer.EventStream;

/** What is recorded: says so, and then ends, fails, halts, or waits to be killed. */
final class Application {
    private Application() {}

    public static void main(String[] args) throws Exception {
        CompletableFuture.supplyAsync(() -> "work").join();
        awaitFlush();
        System.out.println("application says " + String.join(" ", args));
        switch (args.length == 0 ? "" : args[0]) {
            case "fail" -> System.exit(3);
            case "halt" -> Runtime.getRuntime().halt(0);
            case "wait" -> new CountDownLatch(1).await();
            default -> {}
        }
    }

    /** What was flushed is left when a JVM is killed. */
    private static void awaitFlush() throws Exception {
        CountDownLatch flushed = new CountDownLatch(1);
        try (EventStream events = EventStream.openRepository()) {
            events.onFlush(flushed::countDown);
            events.startAsync();
            flushed.await();
        }
    }
}
