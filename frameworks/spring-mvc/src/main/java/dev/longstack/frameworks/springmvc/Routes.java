package dev.longstack.frameworks.springmvc;

import dev.longstack.frameworks.Hops;
import dev.longstack.frameworks.Steps;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

/** What the service answers. */
@RestController
class Routes {
    private final ExecutorService pool = Executors.newFixedThreadPool(8);

    @GetMapping("/trivial")
    String trivial(@RequestParam(defaultValue = "0") long id) {
        Steps.step(id, Steps.REQUEST);
        return "ok";
    }

    @GetMapping("/hops")
    String hops(@RequestParam(defaultValue = "0") long id) {
        Steps.step(id, Steps.REQUEST);
        return Hops.futures(id, pool, Hops.HOPS).join();
    }

    @GetMapping("/stock/{article}")
    String stock(@PathVariable int article, @RequestParam(defaultValue = "0") long id) {
        Steps.step(id, Steps.REQUEST);
        return "in stock: " + article % 7;
    }

    @GetMapping("/fail")
    String fail(@RequestParam(defaultValue = "0") long id) {
        Steps.step(id, Steps.REQUEST);
        throw new IllegalStateException("asked to fail");
    }

    @GetMapping("/async")
    DeferredResult<String> async(@RequestParam(defaultValue = "0") long id) {
        Steps.step(id, Steps.REQUEST);
        DeferredResult<String> result = new DeferredResult<>();
        result.onCompletion(() -> {
            Steps.step(id, "completed");
            pool.execute(() -> Steps.step(id, "after completion"));
        });
        pool.execute(() -> {
            Steps.step(id, "result");
            result.setResult("done");
        });
        return result;
    }

    @GetMapping("/start")
    void start(@RequestParam(defaultValue = "0") long id, HttpServletRequest request) {
        Steps.step(id, Steps.REQUEST);
        AsyncContext async = request.startAsync();
        async.addListener(new Completed(id));
        async.start(() -> {
            Steps.step(id, "started");
            try {
                async.getResponse().getOutputStream().print("done");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            async.complete();
        });
    }
}
