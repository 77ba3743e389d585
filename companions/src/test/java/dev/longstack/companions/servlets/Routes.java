package dev.longstack.companions.servlets;

import static dev.longstack.companions.servlets.Steps.hop;
import static dev.longstack.companions.servlets.Steps.step;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Everything that an exchange can do; each answers with {@code done ID}. */
final class Routes {
    private static final byte[] CHUNK = new byte[64 * 1024];

    private final Executor pool;
    private final Executor serversPool;
    /** Asynchronous exchanges that are not over, and one for who waits for them. */
    private final Phaser open = new Phaser(1);

    Routes(Executor pool, Executor serversPool) {
        this.pool = pool;
        this.serversPool = serversPool;
    }

    Map<String, HttpServlet> servlets() {
        Map<String, Route> routes = new LinkedHashMap<>();
        routes.put("/plain", this::plain);
        routes.put("/start", this::start);
        routes.put("/elsewhere", this::elsewhere);
        routes.put("/dispatch", this::dispatch);
        routes.put("/dispatched", this::dispatched);
        routes.put("/fail", this::fail);
        routes.put("/fail-later", this::failLater);
        routes.put(Server.ERRORS, this::failed);
        routes.put("/timeout", this::timeout);
        routes.put("/write", this::write);
        routes.put("/read", this::read);
        routes.put("/forward", this::forward);
        routes.put("/include", this::include);
        routes.put("/part", this::part);
        routes.put("/pool", this::serversPool);
        routes.put("/lost", this::lost);
        routes.put("/orders/*", this::plain);
        routes.put("/", this::anything);
        Map<String, HttpServlet> servlets = new LinkedHashMap<>();
        routes.forEach((mapping, route) -> servlets.put(mapping, new RouteServlet(route)));
        return servlets;
    }

    static void answer(ServletResponse response, long id) {
        try {
            response.getWriter().print("done " + id);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void plain(long id, HttpServletRequest request, HttpServletResponse response) {
        step(id, "request");
        CompletableFuture.runAsync(() -> step(id, "hop"), pool)
                .thenRunAsync(() -> step(id, "hop after it"), pool)
                .join();
        answer(response, id);
    }

    /** Only paths that begin with {@code /shelf} are known. */
    private void anything(long id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        step(id, "request");
        if (request.getRequestURI().startsWith("/shelf")) {
            answer(response, id);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private AsyncContext begin(long id, HttpServletRequest request) {
        step(id, "request");
        AsyncContext async = request.startAsync();
        open.register();
        async.addListener(new Listening(id, pool, open::arriveAndDeregister));
        return async;
    }

    /** Returns once no asynchronous exchange is open any more; false where that does not happen. */
    boolean awaitTheEnd() throws InterruptedException {
        try {
            open.awaitAdvanceInterruptibly(open.arrive(), 10, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    private void start(long id, HttpServletRequest request, HttpServletResponse response) {
        AsyncContext async = begin(id, request);
        async.start(() -> {
            step(id, "started");
            hop(id, pool, "hop of what was started");
            answer(async.getResponse(), id);
            async.complete();
        });
    }

    private void elsewhere(long id, HttpServletRequest request, HttpServletResponse response) {
        AsyncContext async = begin(id, request);
        pool.execute(() -> {
            step(id, "elsewhere");
            answer(async.getResponse(), id);
            async.complete();
            hop(id, pool, "hop after the completion");
        });
    }

    private void dispatch(long id, HttpServletRequest request, HttpServletResponse response) {
        AsyncContext async = begin(id, request);
        pool.execute(() -> {
            step(id, "dispatching");
            async.dispatch("/dispatched");
        });
    }

    private void dispatched(long id, HttpServletRequest request, HttpServletResponse response) {
        step(id, "dispatched");
        hop(id, pool, "hop of what was dispatched");
        answer(response, id);
    }

    private void fail(long id, HttpServletRequest request, HttpServletResponse response) {
        step(id, "request");
        throw new IllegalStateException("asked to fail");
    }

    private void failLater(long id, HttpServletRequest request, HttpServletResponse response) {
        AsyncContext async = begin(id, request);
        pool.execute(() -> async.dispatch("/fail"));
    }

    private void failed(long id, HttpServletRequest request, HttpServletResponse response) {
        step(id, "error page");
        hop(id, pool, "hop of the error page");
        answer(response, id);
    }

    private void timeout(long id, HttpServletRequest request, HttpServletResponse response) {
        begin(id, request).setTimeout(30);
    }

    private void write(long id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        AsyncContext async = begin(id, request);
        response.getOutputStream().setWriteListener(new Writing(id, async, pool));
    }

    private void read(long id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        AsyncContext async = begin(id, request);
        request.getInputStream().setReadListener(new Reading(id, async, pool));
    }

    private void forward(long id, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        step(id, "request");
        request.getRequestDispatcher("/part").forward(request, response);
    }

    private void include(long id, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        step(id, "request");
        request.getRequestDispatcher("/part").include(request, response);
        step(id, "after what was included");
    }

    private void part(long id, HttpServletRequest request, HttpServletResponse response) {
        step(id, "part");
        hop(id, pool, "hop of the part");
        answer(response, id);
    }

    private void serversPool(long id, HttpServletRequest request, HttpServletResponse response) {
        AsyncContext async = begin(id, request);
        serversPool.execute(() -> {
            step(id, "in the server's pool");
            hop(id, serversPool, "hop in the server's pool");
            answer(async.getResponse(), id);
            async.complete();
        });
    }

    /**
     * Nobody reads what it answers. Once that is noticed the exchange is the server's, which may serve the next one with the
     * same objects; Tomcat does not always tell of the end.
     */
    private void lost(long id, HttpServletRequest request, HttpServletResponse response) {
        step(id, "request");
        AsyncContext async = request.startAsync();
        async.setTimeout(1_000);
        async.addListener(new Listening(id, pool, () -> {}));
        pool.execute(() -> {
            step(id, "writing for nobody");
            try {
                OutputStream out = async.getResponse().getOutputStream();
                for (int i = 0; i < 1_000; i++) {
                    out.write(CHUNK);
                }
                async.complete();
            } catch (IOException | IllegalStateException e) {
                step(id, "lost");
            }
        });
    }
}
