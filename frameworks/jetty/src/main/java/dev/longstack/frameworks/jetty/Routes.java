package dev.longstack.frameworks.jetty;

import dev.longstack.frameworks.Hops;
import dev.longstack.frameworks.Steps;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Executor;

/** What the service answers. */
final class Routes extends HttpServlet {
    private static final long serialVersionUID = 1;

    private final transient Executor pool;

    Routes(Executor pool) {
        this.pool = pool;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        String query = request.getQueryString();
        long id = query == null ? 0 : Steps.id(query);
        Steps.step(id, Steps.REQUEST);
        switch (request.getPathInfo()) {
            case "/hops" -> write(response, Hops.futures(id, pool, Hops.HOPS).join());
            case "/async" -> async(id, request);
            case "/start" -> start(id, request);
            case "/fail" -> throw new IllegalStateException("asked to fail");
            case "/trivial" -> write(response, "ok");
            default -> write(response, "in stock");
        }
    }

    private void async(long id, HttpServletRequest request) {
        AsyncContext async = request.startAsync();
        async.addListener(new Completed(id));
        Hops.futures(id, pool, 2).thenAccept(text -> {
            write(async.getResponse(), text);
            async.complete();
        });
    }

    private static void start(long id, HttpServletRequest request) {
        AsyncContext async = request.startAsync();
        async.addListener(new Completed(id));
        async.start(() -> {
            Steps.step(id, "started");
            write(async.getResponse(), "done");
            async.complete();
        });
    }

    private static void write(ServletResponse response, String text) {
        try {
            response.getOutputStream().print(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
