package dev.longstack.recordings.participants;

import dev.longstack.context.AsyncContext;
import dev.longstack.context.Scope;
import io.opentelemetry.context.Context;
import java.util.concurrent.ExecutorService;

/** Where OpenTelemetry's context goes, ours goes along. */
@SuppressWarnings("try") // scopes are closed, not used
final class OpenTelemetryParts {
    private OpenTelemetryParts() {}

    static void run(ExecutorService pool, AsyncContext request, AsyncContext other) throws Exception {
        Context carried;
        try (Scope scope = request.beginRun()) {
            carried = Context.current();
            try (Scope inner = other.beginRun();
                    io.opentelemetry.context.Scope back = carried.makeCurrent()) {
                System.out.println("made current " + AsyncContext.currentOperation());
            }
        }
        System.out.println("carried "
                + pool.submit(carried.wrap(() -> AsyncContext.currentOperation()
                                + ", child of "
                                + Managing.nameOf(request, AsyncContext.capture("child", pool))))
                        .get());
        System.out.println(
                "not carried " + pool.submit(AsyncContext::currentOperation).get());
    }
}
