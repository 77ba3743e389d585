package dev.longstack.demo;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Prices an article, and orders it: stock, delivery and price are asked for at the same time. */
final class Checkout {
    private final Pools pools;
    private final StockLedger ledger;
    private final Supplier supplier;

    Checkout(Pools pools, StockLedger ledger, Supplier supplier) {
        this.pools = pools;
        this.ledger = ledger;
        this.supplier = supplier;
    }

    String price(int article) throws ExecutionException, InterruptedException {
        return pools.pricing.submit(() -> cents(article) + " cents").get();
    }

    String order(int article) throws ExecutionException, InterruptedException {
        CompletableFuture<Integer> stock = CompletableFuture.supplyAsync(() -> piecesInStock(article), pools.database);
        CompletableFuture<Integer> price = CompletableFuture.supplyAsync(() -> cents(article), pools.pricing)
                .thenApply(cents -> cents * 119 / 100);
        return stock.thenCombine(price, (pieces, cents) -> pieces + " left at " + cents)
                .thenCompose(offer -> supplier.delivery(article).thenApply(delivery -> offer + ", " + delivery))
                .get();
    }

    private int piecesInStock(int article) {
        try {
            return ledger.pieces(article);
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }

    private static int cents(int article) {
        long hash = article;
        for (int i = 0; i < 50_000; i++) {
            hash = hash * 6364136223846793005L + 1442695040888963407L;
        }
        return (int) Math.floorMod(hash, 10_000L);
    }
}
