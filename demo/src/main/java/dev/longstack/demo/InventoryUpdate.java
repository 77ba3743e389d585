package dev.longstack.demo;

import java.sql.SQLException;

/** Recounts the stock every few seconds: requests that look at the stock just then are slow, in clusters. */
final class InventoryUpdate implements Runnable {
    private static final long PAUSE_MILLIS = 2_500;
    private static final long UPDATE_MILLIS = 500;

    private final StockLedger ledger;

    InventoryUpdate(StockLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public void run() {
        try {
            while (!Thread.interrupted()) {
                Thread.sleep(PAUSE_MILLIS);
                ledger.recount(UPDATE_MILLIS);
            }
        } catch (InterruptedException | SQLException e) {
            // the shop closes
        }
    }
}
