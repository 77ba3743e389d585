package dev.longstack.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longstack.deferred.Deferred;
import dev.longstack.listen.Interceptors;
import dev.longstack.listen.Registration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // scopes are closed, not used
class ContextLocalTest {
    private final ContextLocal<String> tenant = ContextLocal.named("tenant");
    private final ContextLocal<Integer> depth = ContextLocal.named("depth");

    @Test
    void childrenInheritAndParentsNeverSee() throws InterruptedException {
        tenant.set("of the thread");
        try (Scope scope = AsyncContext.request("GET /orders").beginRun()) {
            assertThat(tenant.get()).isEqualTo("of the thread");
            AsyncContext early = AsyncContext.capture("early", this);
            tenant.set("blue");
            depth.set(1);
            AsyncContext late = AsyncContext.capture("late", this);
            tenant.set("red");
            List<String> seen = new ArrayList<>();
            Thread other = new Thread(() -> {
                try (Scope inEarly = early.beginRun()) {
                    seen.add(tenant.get() + " " + depth.get());
                }
                try (Scope inLate = late.beginRun()) {
                    seen.add(tenant.get() + " " + depth.get());
                    tenant.set("green");
                    depth.remove();
                    seen.add(tenant.get() + " " + depth.get());
                }
                seen.add(String.valueOf(tenant.get()));
            });
            other.start();
            other.join();
            assertThat(seen).containsExactly("of the thread null", "blue 1", "green null", "null");
            assertThat(tenant.get()).isEqualTo("red");
        }
        assertThat(tenant.get()).isEqualTo("of the thread");
        tenant.remove();
        assertThat(tenant.get()).isNull();
    }

    @Test
    void aDetachedScopeHandsNothingOn() {
        tenant.set("blue");
        try (Scope scope = AsyncContext.request("GET /orders").beginRun()) {
            try (Scope detached = AsyncContext.detach()) {
                assertThat(AsyncContext.currentId()).isZero();
                assertThat(tenant.get()).isNull();
                AsyncContext child = AsyncContext.capture("background", this);
                assertThat(child.parentId()).isZero();
                child.cancel();
            }
            assertThat(AsyncContext.currentOperation()).isEqualTo("GET /orders");
            assertThat(tenant.get()).isEqualTo("blue");
        }
        tenant.remove();
    }

    @Test
    void aValueThatAnInterceptorSetsIsThereForTheTaskAlone() {
        List<String> seen = new ArrayList<>();
        try (Registration registration = Interceptors.add((invocation, next) -> {
            tenant.set("blue");
            return next.proceed();
        })) {
            Deferred.wrap("task")
                    .runnable(() -> seen.add(String.valueOf(tenant.get())))
                    .run();
        }
        assertThat(seen).containsExactly("blue");
        assertThat(tenant.get()).isNull();
    }

    @Test
    void detailsOfHintsAreNotMadeForAValue() {
        AtomicBoolean made = new AtomicBoolean();
        AsyncContext.hint("cache", () -> {
            made.set(true);
            return "miss";
        });
        assertThat(made).as("nobody listens for hints").isFalse();
    }
}
