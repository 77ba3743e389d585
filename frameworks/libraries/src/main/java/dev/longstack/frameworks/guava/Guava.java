package dev.longstack.frameworks.guava;

import com.google.common.util.concurrent.FutureCallback;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.ListeningExecutorService;
import com.google.common.util.concurrent.MoreExecutors;
import dev.longstack.frameworks.Element;
import dev.longstack.frameworks.Front;
import dev.longstack.frameworks.Steps;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Serves on the port of the first argument, 0 for any. */
public final class Guava {
    private final ListeningExecutorService pool = MoreExecutors.listeningDecorator(Executors.newFixedThreadPool(8));
    private final Executor sequential = MoreExecutors.newSequentialExecutor(pool);

    private Guava() {}

    public static void main(String[] args) throws IOException {
        Guava guava = new Guava();
        Front.serve(args, guava::work);
    }

    private CompletableFuture<String> work(long id) {
        Element element = Element.of(id);
        ListenableFuture<Element> first = pool.submit(() -> noted(element, "submitted"));
        ListenableFuture<Element> second = Futures.transform(first, each -> noted(each, "transformed"), pool);
        Futures.addCallback(second, new Sequence(), sequential);
        return element.done();
    }

    private static Element noted(Element element, String what) {
        Steps.step(element.id(), what);
        return element;
    }

    private final class Sequence implements FutureCallback<Element> {
        @Override
        public void onSuccess(@Nullable Element element) {
            Element taken = Objects.requireNonNull(element);
            sequential.execute(() -> taken.handOn(pool));
        }

        @Override
        public void onFailure(Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }
}
