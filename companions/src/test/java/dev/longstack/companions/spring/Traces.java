package dev.longstack.companions.spring;

import io.opentelemetry.api.trace.Span;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Which steps OpenTelemetry knows to be part of their trace. */
@Component
class Traces {
    private final AtomicInteger traced = new AtomicInteger();
    private final AtomicInteger untraced = new AtomicInteger();

    /** The trace of what runs here. */
    static String current() {
        return Span.current().getSpanContext().getTraceId();
    }

    /** A step runs here that belongs to this trace. */
    void step(String trace) {
        boolean known = Span.current().getSpanContext().isValid() && current().equals(trace);
        (known ? traced : untraced).incrementAndGet();
    }

    @Override
    public String toString() {
        return traced + " steps traced, " + untraced + " untraced";
    }
}
