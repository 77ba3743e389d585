package dev.longstack.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;

/** The service: three endpoints, {@code /orders/N}, {@code /checkout/N} and {@code /search/N}; it runs until it is closed. */
public final class Shop implements AutoCloseable {
    private final Pools pools = new Pools();
    private final StockLedger ledger = new StockLedger();
    private final Supplier supplier = new Supplier();
    private final Thread inventoryUpdate = new Thread(new InventoryUpdate(ledger), "inventory-update");
    private final HttpServer server;

    public Shop() throws IOException, SQLException {
        Checkout checkout = new Checkout(pools, ledger, supplier);
        Search search = new Search(pools);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(pools.http);
        server.createContext("/orders", exchange -> answer(exchange, waitFor(() -> checkout.price(article(exchange)))));
        server.createContext(
                "/checkout", exchange -> answer(exchange, waitFor(() -> checkout.order(article(exchange)))));
        server.createContext("/search", exchange -> answer(exchange, waitFor(() -> search.find(article(exchange)))));
        server.start();
        inventoryUpdate.start();
    }

    /** Such as {@code http://127.0.0.1:41234}. */
    public String address() {
        return "http://" + server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort();
    }

    private static int article(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        return Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
    }

    /** Work that a handler waits for. */
    interface Work {
        String run() throws ExecutionException, InterruptedException;
    }

    private static String waitFor(Work work) throws IOException {
        try {
            return work.run();
        } catch (ExecutionException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    static void answer(HttpExchange exchange, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() throws SQLException {
        inventoryUpdate.interrupt();
        server.stop(0);
        supplier.close();
        pools.close();
        ledger.close();
    }
}
