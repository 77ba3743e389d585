package dev.longstack.frameworks.rxjava;

import dev.longstack.frameworks.Element;
import dev.longstack.frameworks.Front;
import dev.longstack.frameworks.Steps;
import io.reactivex.Single;
import io.reactivex.disposables.Disposable;
import io.reactivex.processors.FlowableProcessor;
import io.reactivex.processors.PublishProcessor;
import io.reactivex.schedulers.Schedulers;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves on the port of the first argument, 0 for any. */
public final class RxJava2 {
    private static final ExecutorService POOL = Executors.newFixedThreadPool(8);

    private RxJava2() {}

    public static void main(String[] args) throws IOException {
        FlowableProcessor<Element> shared = PublishProcessor.<Element>create().toSerialized();
        Disposable drained = shared.onBackpressureBuffer()
                .observeOn(Schedulers.computation())
                .subscribe(element -> element.handOn(POOL));
        Front.serve(args, id -> drained.isDisposed() ? CompletableFuture.completedFuture("over") : work(shared, id));
    }

    private static CompletableFuture<String> work(FlowableProcessor<Element> shared, long id) {
        Element element = Element.of(id);
        Disposable chain = Single.fromCallable(() -> noted(element, "subscribed"))
                .subscribeOn(Schedulers.io())
                .observeOn(Schedulers.computation())
                .map(each -> noted(each, "observed"))
                .observeOn(Schedulers.single())
                .subscribe(shared::onNext, element.done()::completeExceptionally);
        return element.done().whenComplete((text, failure) -> chain.dispose());
    }

    private static Element noted(Element element, String what) {
        Steps.step(element.id(), what);
        return element;
    }
}
