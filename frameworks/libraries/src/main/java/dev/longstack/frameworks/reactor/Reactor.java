package dev.longstack.frameworks.reactor;

import dev.longstack.frameworks.Element;
import dev.longstack.frameworks.Front;
import dev.longstack.frameworks.Steps;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.util.concurrent.Queues;

/** Serves on the port of the first argument, 0 for any. */
public final class Reactor {
    private static final ExecutorService POOL = Executors.newFixedThreadPool(8);

    private final Sinks.Many<Element> shared = Sinks.many()
            .unicast()
            .onBackpressureBuffer(Queues.<Element>unboundedMultiproducer().get());

    private Reactor() {}

    public static void main(String[] args) throws IOException {
        Reactor reactor = new Reactor();
        Disposable drained =
                reactor.shared.asFlux().publishOn(Schedulers.parallel()).subscribe(element -> element.handOn(POOL));
        Front.serve(args, id -> drained.isDisposed() ? CompletableFuture.completedFuture("over") : reactor.work(id));
    }

    private CompletableFuture<String> work(long id) {
        Element element = Element.of(id);
        Disposable chain = Mono.fromCallable(() -> noted(element, "subscribed"))
                .subscribeOn(Schedulers.boundedElastic())
                .publishOn(Schedulers.parallel())
                .map(each -> noted(each, "published"))
                .publishOn(Schedulers.single())
                .subscribe(this::emit, element.done()::completeExceptionally);
        return element.done().whenComplete((text, failure) -> chain.dispose());
    }

    /** A sink takes one at a time. */
    private synchronized void emit(Element element) {
        shared.emitNext(element, Sinks.EmitFailureHandler.FAIL_FAST);
    }

    private static Element noted(Element element, String what) {
        Steps.step(element.id(), what);
        return element;
    }
}
