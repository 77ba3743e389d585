package dev.longstack.companions.spring;

import dev.longstack.companions.servlets.Steps;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

/** What the service answers. */
@RestController
class Routes {
    private final ExecutorService pool = Executors.newFixedThreadPool(4);
    private final Pools pools = new Pools();
    private final Traces traces;

    Routes(Traces traces) {
        this.traces = traces;
    }

    /** To be called inside the step. */
    private String step(long id, String what, String trace) {
        Steps.step(id, what);
        traces.step(trace);
        return "done " + id;
    }

    @GetMapping("/stock/{article}")
    String stock(@PathVariable String article, @RequestParam long id) {
        return step(id, "request", Traces.current());
    }

    @GetMapping("/hops")
    String hops(@RequestParam long id) {
        String trace = Traces.current();
        String answer = step(id, "request", trace);
        CompletableFuture<String> chain = CompletableFuture.supplyAsync(() -> step(id, "hop", trace), pool);
        for (int i = 1; i < 5; i++) {
            chain = chain.thenApplyAsync(before -> step(id, "hop", trace), pool);
        }
        return chain.thenApply(before -> answer).join();
    }

    /** On pools of many kinds, in ways of many kinds. */
    @GetMapping("/pools")
    String pools(@RequestParam long id) throws InterruptedException {
        String trace = Traces.current();
        CountDownLatch left = new CountDownLatch(Pools.TASKS);
        pools.execute(() -> {
            step(id, "pooled", trace);
            left.countDown();
        });
        left.await();
        return step(id, "request", trace);
    }

    @GetMapping("/deferred")
    DeferredResult<String> deferred(@RequestParam long id) {
        String trace = Traces.current();
        DeferredResult<String> result = new DeferredResult<>();
        result.onCompletion(() -> Steps.step(id, "completed"));
        pool.execute(() -> result.setResult(step(id, "result", trace)));
        Steps.step(id, "request");
        return result;
    }

    @GetMapping("/fail")
    String fail(@RequestParam long id) {
        Steps.step(id, "request");
        throw new IllegalStateException("asked to fail");
    }

    void end() throws InterruptedException {
        pool.shutdown();
        pools.shutdown();
        boolean ignored = pool.awaitTermination(5, TimeUnit.SECONDS);
    }
}
