package dev.longstack.examples;

import dev.longstack.context.AsyncContext;
import dev.longstack.context.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A service is rarely slow, and has no instrumentation but the name of its requests; the recording shows why. */
@SuppressWarnings("try") // scopes are closed, not used
public final class SlowQueries {
    private static final Object STOCK_TABLE = new Object();

    private final ExecutorService web = Executors.newFixedThreadPool(2);
    private final ExecutorService database = Executors.newFixedThreadPool(2);

    private SlowQueries() {}

    public static void main(String[] args) throws Exception {
        SlowQueries service = new SlowQueries();
        List<CompletableFuture<String>> answers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            if (i == 20) {
                service.update();
            }
            answers.add(service.order());
            TimeUnit.MILLISECONDS.sleep(5);
        }
        answers.forEach(CompletableFuture::join);
        service.web.shutdown();
        service.database.shutdown();
        System.out.println(answers.size() + " orders");
    }

    private CompletableFuture<String> order() {
        try (Scope scope = AsyncContext.request("GET /order").beginRun()) {
            return CompletableFuture.supplyAsync(() -> "customer", web)
                    .thenCombine(
                            CompletableFuture.supplyAsync(SlowQueries::stock, database), (who, what) -> who + what);
        }
    }

    private static String stock() {
        synchronized (STOCK_TABLE) {
            return " and stock";
        }
    }

    /** Holds the table for a moment: queries that arrive meanwhile are slow. */
    private void update() throws InterruptedException {
        Thread update = new Thread(
                () -> {
                    synchronized (STOCK_TABLE) {
                        try {
                            TimeUnit.MILLISECONDS.sleep(200);
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    }
                },
                "stock-update");
        update.start();
        TimeUnit.MILLISECONDS.sleep(10);
    }
}
