package dev.longstack.demo;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs the shop under load for some seconds: {@code --seconds N}, {@code --requests-per-second N}. */
public final class DemoMain {
    private int seconds = 10;
    private int requestsPerSecond = 100;

    private DemoMain() {}

    public static void main(String[] args) throws Exception {
        DemoMain demo = new DemoMain();
        String fault = demo.parse(args);
        if (fault != null) {
            System.err.println("error: " + fault);
            System.exit(2);
        }
        // the JDK's server sends headers and body apart: without this each answer waits 40 ms for an acknowledgement
        System.setProperty("sun.net.httpserver.nodelay", "true");
        demo.run();
    }

    private @Nullable String parse(String[] args) {
        for (int i = 0; i < args.length; i += 2) {
            if (!args[i].equals("--seconds") && !args[i].equals("--requests-per-second")) {
                return "unknown option '" + args[i] + "'; known: --seconds N, --requests-per-second N";
            }
            try {
                int value = Integer.parseInt(i + 1 < args.length ? args[i + 1] : "");
                seconds = args[i].equals("--seconds") ? value : seconds;
                requestsPerSecond = args[i].equals("--seconds") ? requestsPerSecond : value;
            } catch (NumberFormatException e) {
                return "'" + args[i] + "' takes a number";
            }
        }
        return seconds > 0 && requestsPerSecond > 0 ? null : "the numbers must be greater than 0";
    }

    private void run() throws Exception {
        try (Shop shop = new Shop()) {
            Load load = new Load(shop.address(), seconds, requestsPerSecond);
            Thread clients = new Thread(() -> runQuietly(load), "clients");
            clients.start();
            while (clients.isAlive()) {
                TimeUnit.SECONDS.timedJoin(clients, 2);
                System.out.println("  " + load.requests() + " requests");
            }
            load.report().forEach(line -> System.out.println("  " + line));
        }
        // HttpClient's own threads are daemons, the pools are shut down
    }

    private static void runQuietly(Load load) {
        try {
            load.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
