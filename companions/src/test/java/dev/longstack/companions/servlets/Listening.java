package dev.longstack.companions.servlets;

import static dev.longstack.companions.servlets.Steps.hop;
import static dev.longstack.companions.servlets.Steps.step;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import java.util.concurrent.Executor;

/**
 * Hears of what happens to an exchange, and ends it where nobody else does.
 *
 * @param over told when the exchange is over
 */
record Listening(long id, Executor pool, Runnable over) implements AsyncListener {
    @Override
    public void onComplete(AsyncEvent event) {
        step(id, "completed");
        hop(id, pool, "hop of the completion");
        over.run();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        step(id, "timed out");
        hop(id, pool, "hop of the timeout");
        try {
            Routes.answer(event.getAsyncContext().getResponse(), id);
        } finally {
            event.getAsyncContext().complete();
        }
    }

    @Override
    public void onError(AsyncEvent event) {
        step(id, "error");
        hop(id, pool, "hop of the error");
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        step(id, "started anew");
    }
}
