package dev.longstack.frameworks.vertx;

import dev.longstack.frameworks.Hops;
import dev.longstack.frameworks.Steps;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/** Serves on the port of the first argument, 0 for any. */
public final class VertxService {
    private static final int BLOCKING = 5;

    private final Vertx vertx = Vertx.vertx();

    private VertxService() {}

    public static void main(String[] args) {
        VertxService service = new VertxService();
        service.vertx
                .createHttpServer()
                .requestHandler(service::answerOrFail)
                .listen(args.length == 0 ? 0 : Integer.parseInt(args[0]), "127.0.0.1")
                .onSuccess(server -> System.out.println("listening on " + server.actualPort()));
    }

    /** Vert.x itself leaves a request open whose handler throws. */
    private void answerOrFail(HttpServerRequest request) {
        try {
            answer(request);
        } catch (IllegalStateException e) {
            request.response().setStatusCode(500).end("failed");
        }
    }

    private void answer(HttpServerRequest request) {
        long id = Steps.id(request.uri());
        HttpServerResponse response = request.response();
        Steps.step(id, Steps.REQUEST);
        switch (request.path()) {
            case "/hops" -> hops(id).onSuccess(response::end);
            case "/async" ->
                vertx.setTimer(1, ignored -> {
                    Steps.step(id, "delayed");
                    response.end("done");
                });
            case "/fail" -> throw new IllegalStateException("asked to fail");
            case "/trivial" -> response.end("ok");
            default -> response.end("in stock");
        }
    }

    /** On worker threads first, then round and round on the connection's own. */
    private Future<String> hops(long id) {
        Future<String> chain = Future.succeededFuture("done");
        for (int i = 0; i < BLOCKING; i++) {
            chain = chain.compose(text -> vertx.executeBlocking(() -> {
                Steps.step(id, "blocking");
                return text;
            }));
        }
        for (int i = BLOCKING; i < Hops.HOPS; i++) {
            chain = chain.compose(text -> onContext(id, text));
        }
        return chain;
    }

    private Future<String> onContext(long id, String text) {
        Context context = vertx.getOrCreateContext();
        return Future.future(promise -> context.runOnContext(ignored -> {
            Steps.step(id, "on context");
            promise.complete(text);
        }));
    }
}
