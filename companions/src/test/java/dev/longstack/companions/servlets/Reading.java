package dev.longstack.companions.servlets;

import static dev.longstack.companions.servlets.Steps.hop;
import static dev.longstack.companions.servlets.Steps.step;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.util.concurrent.Executor;

/** Reads what comes, whenever it comes. */
final class Reading implements ReadListener {
    private final byte[] buffer = new byte[4096];
    private final long id;
    private final AsyncContext async;
    private final Executor pool;

    Reading(long id, AsyncContext async, Executor pool) {
        this.id = id;
        this.async = async;
        this.pool = pool;
    }

    @Override
    public void onDataAvailable() throws IOException {
        step(id, "data available");
        hop(id, pool, "hop of the data");
        ServletInputStream in = async.getRequest().getInputStream();
        while (in.isReady() && !in.isFinished()) {
            int ignored = in.read(buffer);
        }
    }

    @Override
    public void onAllDataRead() {
        step(id, "all read");
        hop(id, pool, "hop of all that was read");
        Routes.answer(async.getResponse(), id);
        async.complete();
    }

    @Override
    public void onError(Throwable failure) {
        step(id, "read failed");
        async.complete();
    }
}
