package dev.longstack.recordings.faults;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The JDK's own server with a pool, asked as often as is said. */
public final class SampledServer {
    private static final ExecutorService HOPS = Executors.newFixedThreadPool(2);

    private SampledServer() {}

    public static void main(String[] args) throws Exception {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ExecutorService pool = Executors.newFixedThreadPool(4);
        server.setExecutor(pool);
        server.createContext("/orders", SampledServer::answer);
        server.start();
        URL url = URI.create("http://localhost:" + server.getAddress().getPort() + "/orders")
                .toURL();
        for (int i = 0; i < Integer.parseInt(args[0]); i++) {
            try (InputStream in = url.openStream()) {
                in.readAllBytes();
            }
        }
        server.stop(0);
        pool.shutdown();
        HOPS.shutdown();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String text = CompletableFuture.supplyAsync(() -> "an ", HOPS)
                .thenCombine(CompletableFuture.supplyAsync(() -> "order", HOPS), String::concat)
                .thenApplyAsync(String::toUpperCase, HOPS)
                .join();
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
