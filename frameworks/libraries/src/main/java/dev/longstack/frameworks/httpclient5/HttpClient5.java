package dev.longstack.frameworks.httpclient5;

import dev.longstack.frameworks.Element;
import dev.longstack.frameworks.Front;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.async.methods.SimpleRequestBuilder;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.core5.concurrent.FutureCallback;

/** Serves on the port of the first argument, 0 for any. The client is started by the first request that needs it. */
public final class HttpClient5 {
    private static final ExecutorService POOL = Executors.newFixedThreadPool(8);

    private HttpClient5() {}

    public static void main(String[] args) throws IOException {
        String backend = Front.backend();
        Front.serve(args, id -> call(backend, id));
    }

    /** The exchange at the backend is another one, with an id of its own. */
    private static CompletableFuture<String> call(String backend, long id) {
        Element element = Element.of(id);
        Future<?> unused =
                Client.STARTED.execute(SimpleRequestBuilder.get(backend + -id).build(), new Answer(element));
        return element.done();
    }

    private static final class Client {
        static final CloseableHttpAsyncClient STARTED = start();

        private static CloseableHttpAsyncClient start() {
            CloseableHttpAsyncClient client = HttpAsyncClients.createDefault();
            client.start();
            return client;
        }
    }

    private record Answer(Element element) implements FutureCallback<SimpleHttpResponse> {
        @Override
        public void completed(SimpleHttpResponse response) {
            element.handOn(POOL);
        }

        @Override
        public void failed(Exception failure) {
            element.done().completeExceptionally(failure);
        }

        @Override
        public void cancelled() {
            element.done().cancel(false);
        }
    }
}
