package dev.longstack.frameworks.webflux;

import dev.longstack.frameworks.Hops;
import dev.longstack.frameworks.Steps;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What the service answers. */
@RestController
class Routes {
    private static final int OF_FUTURES = 10;

    private final ExecutorService pool = Executors.newFixedThreadPool(8);

    @GetMapping("/trivial")
    Mono<String> trivial(@RequestParam(defaultValue = "0") long id) {
        Steps.step(id, Steps.REQUEST);
        return Mono.just("ok");
    }

    @GetMapping("/hops")
    Mono<String> hops(@RequestParam(defaultValue = "0") long id) {
        Steps.step(id, Steps.REQUEST);
        Mono<String> chain = Mono.fromFuture(() -> Hops.futures(id, pool, OF_FUTURES));
        for (int i = OF_FUTURES; i < Hops.HOPS; i++) {
            chain = chain.publishOn(Schedulers.parallel()).map(text -> {
                Steps.step(id, "published");
                return text;
            });
        }
        return chain;
    }

    @GetMapping("/stock/{article}")
    Mono<String> stock(@PathVariable int article, @RequestParam(defaultValue = "0") long id) {
        Steps.step(id, Steps.REQUEST);
        return Mono.just("in stock: " + article % 7);
    }

    @GetMapping("/fail")
    Mono<String> fail(@RequestParam(defaultValue = "0") long id) {
        Steps.step(id, Steps.REQUEST);
        throw new IllegalStateException("asked to fail");
    }

    @GetMapping("/async")
    Mono<String> async(@RequestParam(defaultValue = "0") long id) {
        Steps.step(id, Steps.REQUEST);
        return Mono.delay(Duration.ofMillis(1)).map(ignored -> {
            Steps.step(id, "delayed");
            pool.execute(() -> Steps.step(id, "after the delay"));
            return "done";
        });
    }
}
