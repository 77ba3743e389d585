package dev.longstack.recordings.faults;

import com.sun.net.httpserver.HttpServer;
import dev.longstack.context.AsyncContext;
import dev.longstack.context.Run;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Requests that call another service by the JDK's HttpClient and are answered; then the garbage is collected, and the JVM goes on. */
@SuppressWarnings("try") // scopes are closed, not used
public final class Calls {
    private static final int CALLS = 20;

    private Calls() {}

    public static void main(String[] args) throws Exception {
        HttpServer server = server();
        HttpClient client = HttpClient.newHttpClient();
        URI address = URI.create("http://localhost:" + server.getAddress().getPort() + "/");
        for (int i = 0; i < CALLS; i++) {
            try (Run run = AsyncContext.request("GET /calls").beginRun()) {
                client.sendAsync(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                        .thenApply(response -> response.body().length())
                        .join();
            }
        }
        for (int i = 0; i < 3; i++) {
            System.gc();
            new CountDownLatch(1).await(1200, TimeUnit.MILLISECONDS);
        }
        server.stop(0);
    }

    private static HttpServer server() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write(new byte[] {'o', 'k'});
            exchange.close();
        });
        server.start();
        return server;
    }
}
