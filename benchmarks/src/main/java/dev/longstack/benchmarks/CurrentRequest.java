package dev.longstack.benchmarks;

import dev.longstack.context.AsyncContext;
import dev.longstack.context.Scope;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;

/** A request that is current on this thread, for whichever agent is there: without its agent an API does next to nothing. */
final class CurrentRequest implements AutoCloseable {
    private final Scope scope;
    private final Span span;
    private final io.opentelemetry.context.Scope spanScope;

    @SuppressWarnings("MustBeClosedChecker") // closed by close()
    private CurrentRequest(String name) {
        scope = AsyncContext.request(name).beginRun();
        span = GlobalOpenTelemetry.getTracer("benchmarks").spanBuilder(name).startSpan();
        spanScope = span.makeCurrent();
    }

    static CurrentRequest open(String name) {
        return new CurrentRequest(name);
    }

    @Override
    public void close() {
        spanScope.close();
        span.end();
        scope.close();
    }
}
