package dev.longstack.demo;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What is in stock, in an embedded database. One at a time may look or change: that is the planted fault. */
final class StockLedger implements AutoCloseable {
    static final int ARTICLES = 200;
    private static final int ROUNDS_OF_AN_UPDATE = 40;

    private final Connection connection;

    StockLedger() throws SQLException {
        connection = DriverManager.getConnection("jdbc:h2:mem:shop");
        try (var statement = connection.createStatement()) {
            statement.execute("create table stock(article int primary key, pieces int)");
            for (int article = 0; article < ARTICLES; article++) {
                statement.execute("insert into stock values(" + article + ", 100)");
            }
        }
    }

    synchronized int pieces(int article) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select pieces from stock where article = ?")) {
            select.setInt(1, article);
            try (ResultSet found = select.executeQuery()) {
                return found.next() ? found.getInt(1) : 0;
            }
        }
    }

    /** Counts everything again, as the nightly job does, and keeps everybody waiting meanwhile. */
    synchronized void recount(long atLeastMillis) throws SQLException, InterruptedException {
        try (PreparedStatement update =
                connection.prepareStatement("update stock set pieces = pieces + 1 where article = ?")) {
            for (int round = 0; round < ROUNDS_OF_AN_UPDATE; round++) {
                update.setInt(1, round);
                update.executeUpdate();
                Thread.sleep(atLeastMillis / ROUNDS_OF_AN_UPDATE);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
