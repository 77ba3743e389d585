package dev.longstack.listen;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longstack.context.AsyncContext;
import dev.longstack.deferred.Deferred;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // stays are closed, not used
class InterceptorsTest {
    private final List<Registration> registrations = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    private void intercept(Interceptor interceptor) {
        registrations.add(Interceptors.add(interceptor));
    }

    private Interceptor named(String name) {
        return (invocation, next) -> {
            lines.add(name + " before");
            try {
                return next.proceed();
            } finally {
                lines.add(name + " after");
            }
        };
    }

    private Runnable task() {
        return Deferred.wrap("Pool.enqueue").runnable(() -> lines.add("task"));
    }

    @AfterEach
    void everyoneIsGone() {
        registrations.forEach(Registration::close);
        Runnable bare = () -> {};
        assertThat(Deferred.wrap("nobody").runnable(bare)).isSameAs(bare);
        assertThat(AsyncContext.currentId()).isZero();
    }

    @Test
    void interceptorsRunOutermostFirst() {
        intercept(named("everywhere"));
        Segment outer = Segment.named("outer");
        Segment inner = Segment.named("inner");
        registrations.add(inner.intercept(named("inner")));
        registrations.add(outer.intercept(named("outer")));
        Runnable task;
        Runnable outside = task();
        try (Segment.Scope inOuter = outer.enter();
                Segment.Scope inInner = inner.enter()) {
            task = task();
        }
        task.run();
        assertThat(lines)
                .containsExactly(
                        "everywhere before",
                        "outer before",
                        "inner before",
                        "task",
                        "inner after",
                        "outer after",
                        "everywhere after");
        lines.clear();
        outside.run();
        assertThat(lines).containsExactly("everywhere before", "task", "everywhere after");
    }

    @Test
    void aSegmentHoldsForAllThatIsStartedInIt() {
        Segment segment = Segment.named("checkout");
        registrations.add(segment.intercept(named("checkout")));
        AtomicReference<Runnable> inner = new AtomicReference<>(() -> {});
        Runnable outer;
        try (Segment.Scope stay = segment.enter()) {
            outer = Deferred.wrap("outer").runnable(() -> inner.set(task()));
        }
        outer.run();
        lines.clear();
        requireNonNull(inner.get()).run();
        assertThat(lines)
                .as("also for what its work starts")
                .containsExactly("checkout before", "task", "checkout after");
    }

    @Test
    void itSeesOperationTaskAndArguments() throws Exception {
        registrations.add(Interceptors.addWithArguments((invocation, next) -> {
            lines.add(invocation.operation() + " " + invocation.arguments() + " " + invocation.task() + " "
                    + (AsyncContext.currentId() == invocation.context().id()));
            return next.proceed();
        }));
        Callable<String> task = new Callable<>() {
            @Override
            public String call() {
                return "read";
            }

            @Override
            public String toString() {
                return "the task";
            }
        };
        Callable<String> wrapped =
                Deferred.wrap("fs.open", () -> Map.of("path", "/tmp")).callable(task);
        assertThat(wrapped.call()).isEqualTo("read");
        assertThat(lines).containsExactly("fs.open {path=/tmp} the task true");
    }

    @Test
    void itMayRunTheTaskAgain() throws Exception {
        intercept((invocation, next) -> {
            try {
                return next.proceed();
            } catch (IllegalStateException first) {
                lines.add("again");
                return next.proceed();
            }
        });
        AtomicInteger runs = new AtomicInteger();
        Callable<Integer> flaky = Deferred.wrap("flaky").callable(() -> {
            if (runs.incrementAndGet() == 1) {
                throw new IllegalStateException("planned");
            }
            return runs.get();
        });
        assertThat(flaky.call()).isEqualTo(2);
        assertThat(lines).containsExactly("again");
    }

    @Test
    void aCompletedFutureStaysCompletedAndTheInterceptorIsTold() throws Exception {
        intercept((invocation, next) -> {
            Object first = next.proceed();
            lines.add("can run again: " + invocation.canRunAgain());
            assertThatThrownBy(next::proceed)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("is completed and can't run again");
            return first;
        });
        FutureTask<Integer> future = new FutureTask<>(() -> 42);
        Deferred.wrap("Pool.enqueue").runnable(future).run();
        assertThat(future.get()).isEqualTo(42);
        assertThat(lines).containsExactly("can run again: false");
    }

    @Test
    void aRefusalReachesTheFuture() {
        intercept((invocation, next) -> {
            throw new RejectedExecutionException("not today");
        });
        FutureTask<String> future = new FutureTask<>(Deferred.wrap("refused").callable(() -> "ran"));
        future.run();
        assertThatThrownBy(future::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(RejectedExecutionException.class);
        CompletableFuture<String> other =
                CompletableFuture.supplyAsync(Deferred.wrap("refused").supplier(() -> "ran"), Runnable::run);
        assertThatThrownBy(other::join).hasCauseInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void whatIsNeverProceededWithDoesNotRun() {
        intercept((invocation, next) -> "instead");
        assertThat(Deferred.wrap("op").supplier(() -> "task").get()).isEqualTo("instead");
        task().run();
        assertThat(lines).isEmpty();
    }

    @Test
    void nextGoesOnOnItsOwnThreadAndInTimeOnly() {
        AtomicReference<Interceptor.Next> kept = new AtomicReference<>(() -> null);
        intercept((invocation, next) -> {
            kept.set(next);
            AtomicReference<Throwable> elsewhere = new AtomicReference<>();
            Thread other = new Thread(() -> {
                try {
                    next.proceed();
                } catch (Throwable e) {
                    elsewhere.set(e);
                }
            });
            other.start();
            other.join();
            assertThat(elsewhere.get())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("thread");
            return next.proceed();
        });
        task().run();
        assertThat(lines).containsExactly("task");
        assertThatThrownBy(() -> requireNonNull(kept.get()).proceed())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("after its interceptor had returned");
        assertThat(lines).containsExactly("task");
    }

    @Test
    void whatAnInterceptorRunsIsNotInterceptedAndWhatNextRunsIs() {
        AtomicReference<Runnable> startedByInterceptor = new AtomicReference<>(() -> {});
        AtomicReference<Runnable> startedByTask = new AtomicReference<>(() -> {});
        intercept((invocation, next) -> {
            lines.add("in " + invocation.operation());
            Deferred.wrap("own").runnable(() -> lines.add("own ran")).run();
            startedByInterceptor.set(Deferred.wrap("own, later").runnable(() -> {}));
            return next.proceed();
        });
        Deferred.wrap("task")
                .runnable(() -> {
                    startedByTask.set(Deferred.wrap("of the task").runnable(() -> {}));
                    Deferred.wrap("inner")
                            .runnable(() -> lines.add("inner ran"))
                            .run();
                })
                .run();
        assertThat(lines).containsExactly("in task", "own ran", "in inner", "own ran", "inner ran");
        lines.clear();
        requireNonNull(startedByInterceptor.get()).run();
        assertThat(lines).as("asynchronous work of the interceptor").isEmpty();
        requireNonNull(startedByTask.get()).run();
        assertThat(lines).first().isEqualTo("in of the task");
    }

    @Test
    void aClosedRegistrationInterceptsNothingMore() {
        Registration registration = Interceptors.add(named("gone"));
        Runnable task = task();
        registration.close();
        registration.close();
        intercept(named("here"));
        task.run();
        assertThat(lines).containsExactly("here before", "task", "here after");
    }
}
