package dev.longstack.frameworks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.LongFunction;

/** An HTTP server of the JDK before a library that serves nothing by itself. */
public final class Front {
    private static final int THREADS = 16;

    private Front() {}

    /** Serves on the port of the first argument, 0 for any; {@code /hops} and {@code /async} do the work. */
    public static void serve(String[] args, LongFunction<CompletableFuture<String>> work) throws IOException {
        HttpServer server = server(args.length == 0 ? 0 : Integer.parseInt(args[0]));
        answer(server, "/trivial", id -> "ok");
        answer(server, "/stock/", id -> "in stock");
        answer(server, "/hops", id -> work.apply(id).join());
        answer(server, "/fail", id -> {
            throw new CompletionException(new IllegalStateException("asked to fail"));
        });
        server.createContext("/async", exchange -> {
            long id = begin(exchange);
            work.apply(id).thenAccept(text -> {
                Steps.step(id, "answer");
                respond(exchange, 200, text);
            });
        });
        start(server);
        System.out.println("listening on " + server.getAddress().getPort());
    }

    /** Another server in this JVM, for clients inside it; says the address up to the id. */
    public static String backend() throws IOException {
        HttpServer server = server(0);
        answer(server, "/backend", id -> "stored");
        start(server);
        return "http://localhost:" + server.getAddress().getPort() + "/backend?id=";
    }

    private static HttpServer server(int port) throws IOException {
        // else each answer waits for the client's delayed acknowledgement
        System.setProperty("sun.net.httpserver.nodelay", "true");
        return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    }

    private static void start(HttpServer server) {
        server.setExecutor(Executors.newFixedThreadPool(THREADS));
        server.start();
    }

    private static void answer(HttpServer server, String path, LongFunction<String> work) {
        HttpHandler handler = exchange -> {
            long id = begin(exchange);
            try {
                respond(exchange, 200, work.apply(id));
            } catch (CompletionException e) {
                respond(exchange, 500, "failed");
            }
        };
        server.createContext(path, handler);
    }

    private static long begin(HttpExchange exchange) {
        long id = Steps.id(exchange.getRequestURI().toString());
        Steps.step(id, Steps.REQUEST);
        return id;
    }

    private static void respond(HttpExchange exchange, int status, String text) {
        try (exchange) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
