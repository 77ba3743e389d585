package dev.longstack.frameworks.jetty;

import dev.longstack.frameworks.Steps;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;

/** Notes the end of an exchange. */
final class Completed implements AsyncListener {
    private final long id;

    Completed(long id) {
        this.id = id;
    }

    @Override
    public void onComplete(AsyncEvent event) {
        Steps.step(id, "completed");
    }

    @Override
    public void onTimeout(AsyncEvent event) {}

    @Override
    public void onError(AsyncEvent event) {}

    @Override
    public void onStartAsync(AsyncEvent event) {}
}
