package dev.longstack.frameworks.okhttp;

import dev.longstack.frameworks.Element;
import dev.longstack.frameworks.Front;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Serves on the port of the first argument, 0 for any. The client is made by the first request that needs it. */
public final class OkHttp {
    private static final ExecutorService POOL = Executors.newFixedThreadPool(8);

    private OkHttp() {}

    public static void main(String[] args) throws IOException {
        String backend = Front.backend();
        Front.serve(args, id -> call(backend, id));
    }

    /** The exchange at the backend is another one, with an id of its own. */
    private static CompletableFuture<String> call(String backend, long id) {
        Element element = Element.of(id);
        Request request = new Request.Builder().url(backend + -id).build();
        Client.MADE.newCall(request).enqueue(new Answer(element));
        return element.done();
    }

    private static final class Client {
        static final OkHttpClient MADE = new OkHttpClient();
    }

    private record Answer(Element element) implements Callback {
        @Override
        public void onResponse(Call call, Response response) {
            response.close();
            element.handOn(POOL);
        }

        @Override
        public void onFailure(Call call, IOException failure) {
            element.done().completeExceptionally(failure);
        }
    }
}
