package dev.longstack.companions.servlets;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The JDK's own server with one context for everything; serves until its input ends. */
final class JdkService {
    private JdkService() {}

    public static void main(String[] args) throws Exception {
        // else each answer waits for the client's delayed acknowledgement
        System.setProperty("sun.net.httpserver.nodelay", "true");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ExecutorService pool = Executors.newFixedThreadPool(4);
        server.setExecutor(pool);
        server.createContext("/", exchange -> {
            String query = exchange.getRequestURI().getQuery();
            long id = Long.parseLong(query.substring(query.indexOf('=') + 1));
            Steps.step(id, "request");
            byte[] answer = ("done " + id).getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        Child.serve(server.getAddress().getPort());
        server.stop(0);
        pool.shutdown();
    }
}
