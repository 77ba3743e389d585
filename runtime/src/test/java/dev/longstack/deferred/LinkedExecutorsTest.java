package dev.longstack.deferred;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longstack.context.AsyncContext;
import dev.longstack.context.ContextKind;
import dev.longstack.context.ReleaseReason;
import dev.longstack.context.Run;
import dev.longstack.listen.ContextListener;
import dev.longstack.listen.Interest;
import dev.longstack.listen.Listeners;
import dev.longstack.listen.Registration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Executors that link what they are given, without any agent. */
@SuppressWarnings("try") // scopes are closed, not used
class LinkedExecutorsTest {
    private static final TimeUnit MILLIS = TimeUnit.MILLISECONDS;

    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
    private final ExecutorService pool = Executors.newFixedThreadPool(1);
    private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(1);
    private final Registration registration = Listeners.add(
            new ContextListener() {
                @Override
                public void created(AsyncContext context) {
                    if (context.kind() != ContextKind.REQUEST) {
                        lines.add("created " + context.operation());
                    }
                }

                @Override
                public void released(AsyncContext context, ReleaseReason reason) {
                    if (context.kind() != ContextKind.REQUEST) {
                        lines.add("released " + context.operation() + " " + reason.word());
                    }
                }
            },
            Interest.CREATED,
            Interest.RELEASED);
    private final AsyncContext request = AsyncContext.request("GET /orders");

    @AfterEach
    void nobodyIsLeft() throws InterruptedException {
        pool.shutdownNow();
        scheduler.shutdownNow();
        assertThat(pool.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        assertThat(scheduler.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        registration.close();
        assertThat(AsyncContext.currentId()).isZero();
    }

    private String where() {
        return AsyncContext.currentOperation() + " of " + (AsyncContext.currentParentId() == request.id());
    }

    private List<String> released() {
        return lines.stream().filter(line -> line.startsWith("released")).toList();
    }

    @Test
    void everyWayOfHandingATaskOverIsLinked() throws Exception {
        ExecutorService linked = Deferred.wrap(pool);
        CountDownLatch executed = new CountDownLatch(1);
        try (Run run = request.beginRun()) {
            linked.execute(() -> {
                lines.add("ran in " + where());
                executed.countDown();
            });
            assertThat(linked.submit(this::where).get()).isEqualTo("ExecutorService.submit of true");
            assertThat(linked.submit(() -> lines.add("run in " + where())).get())
                    .isEqualTo(true);
            assertThat(linked.submit(() -> {}, "result").get()).isEqualTo("result");
            assertThat(linked.invokeAll(List.<Callable<String>>of(this::where))
                            .get(0)
                            .get())
                    .isEqualTo("ExecutorService.invokeAll of true");
            assertThat(linked.invokeAny(List.<Callable<String>>of(this::where)))
                    .isEqualTo("ExecutorService.invokeAny of true");
        }
        executed.await();
        assertThat(lines)
                .contains("ran in Executor.execute of true", "run in ExecutorService.submit of true")
                .filteredOn(line -> line.startsWith("created"))
                .hasSize(6);
        pool.shutdown();
        assertThat(pool.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        assertThat(released()).hasSize(6).allMatch(line -> line.endsWith(" completed"));
    }

    @Test
    void anyExecutorCanBeLinked() {
        List<Runnable> queue = new ArrayList<>();
        Executor linked = Deferred.wrap((Executor) queue::add);
        try (Run run = request.beginRun()) {
            CompletableFuture<Void> ignored = CompletableFuture.runAsync(() -> lines.add("ran in " + where()), linked);
        }
        queue.forEach(Runnable::run);
        assertThat(lines).contains("ran in Executor.execute of true");
    }

    @Test
    void aTaskThatBringsItsOwnContextKeepsIt() throws Exception {
        ExecutorService linked = Deferred.wrap(Deferred.wrap(pool));
        Callable<String> wrapped;
        try (Run run = request.beginRun()) {
            wrapped = Deferred.wrap("by hand").callable(this::where);
        }
        assertThat(linked.submit(wrapped).get()).isEqualTo("by hand of true");
        assertThat(lines).filteredOn(line -> line.startsWith("created")).containsExactly("created by hand");
    }

    @Test
    void aRefusedTaskIsReleasedAndTheRefusalGoesOn() {
        ThreadPoolExecutor full = new ThreadPoolExecutor(1, 1, 0, MILLIS, new ArrayBlockingQueue<>(1));
        full.shutdown();
        ExecutorService linked = Deferred.wrap((ExecutorService) full);
        assertThatThrownBy(() -> linked.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
        assertThatThrownBy(() -> linked.submit(() -> 1)).isInstanceOf(RejectedExecutionException.class);
        assertThatThrownBy(() -> linked.execute(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> linked.submit((Callable<String>) null)).isInstanceOf(NullPointerException.class);
        assertThat(released())
                .containsExactly("released Executor.execute rejected", "released ExecutorService.submit rejected");
    }

    @Test
    void whatTheCallerRunsAndWhatItThrowsIsAsWithout() {
        Executor direct = Deferred.wrap((Executor) Runnable::run);
        assertThatThrownBy(() -> direct.execute(() -> {
                    throw new IllegalStateException("planned");
                }))
                .hasMessage("planned");
        assertThat(released()).containsExactly("released Executor.execute failed");
    }

    @Test
    void cancelledTasksAreReleased() throws Exception {
        ExecutorService linked = Deferred.wrap(pool);
        CountDownLatch busy = new CountDownLatch(1);
        pool.execute(() -> {
            try {
                busy.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Future<Integer> future = linked.submit(() -> 1);
        assertThat(future.cancel(false)).isTrue();
        assertThat(future.isCancelled()).isTrue();
        assertThat(future.cancel(false)).isFalse();
        List<Future<Integer>> late = linked.invokeAll(List.<Callable<Integer>>of(() -> 1), 1, MILLIS);
        assertThat(late.get(0).isCancelled()).isTrue();
        Runnable dropped = () -> {};
        linked.execute(dropped);
        assertThat(linked.shutdownNow()).as("as it was given").contains(dropped);
        busy.countDown();
        assertThat(released())
                .containsExactly(
                        "released ExecutorService.submit cancelled",
                        "released ExecutorService.invokeAll cancelled",
                        "released Executor.execute removed");
    }

    @Test
    void whatRunsLaterIsLinked() throws Exception {
        ScheduledExecutorService linked = Deferred.wrap(scheduler);
        ScheduledFuture<String> later;
        ScheduledFuture<?> never;
        try (Run run = request.beginRun()) {
            later = linked.schedule(this::where, 1, MILLIS);
            never = linked.schedule(() -> {}, 1, TimeUnit.HOURS);
            assertThat(linked.submit(this::where).get()).isEqualTo("ExecutorService.submit of true");
        }
        assertThat(later.get()).isEqualTo("ScheduledExecutorService.schedule of true");
        assertThat(never.getDelay(TimeUnit.MINUTES)).isBetween(58L, 60L);
        assertThat(later.compareTo(never)).isNegative();
        assertThat(never.cancel(false)).isTrue();
        assertThat(released()).contains("released ScheduledExecutorService.schedule cancelled");
    }

    @Test
    void aPeriodicTaskIsOneContextWithManyRunsUntilItFails() throws Exception {
        ScheduledExecutorService linked = Deferred.wrap(scheduler);
        AtomicInteger runs = new AtomicInteger();
        ScheduledFuture<?> failing;
        ScheduledFuture<?> cancelled;
        CountDownLatch twice = new CountDownLatch(2);
        try (Run run = request.beginRun()) {
            failing = linked.scheduleAtFixedRate(
                    () -> {
                        lines.add("run in " + where());
                        if (runs.incrementAndGet() == 3) {
                            throw new IllegalStateException("planned");
                        }
                    },
                    0,
                    1,
                    MILLIS);
            cancelled = linked.scheduleWithFixedDelay(twice::countDown, 0, 1, MILLIS);
        }
        assertThatThrownBy(failing::get).isInstanceOf(ExecutionException.class).hasRootCauseMessage("planned");
        twice.await();
        assertThat(cancelled.cancel(false)).isTrue();
        assertThat(runs).hasValue(3);
        assertThat(lines)
                .filteredOn(line -> line.startsWith("run in"))
                .containsOnly("run in ScheduledExecutorService.scheduleAtFixedRate of true");
        assertThat(released())
                .contains(
                        "released ScheduledExecutorService.scheduleAtFixedRate failed",
                        "released ScheduledExecutorService.scheduleWithFixedDelay cancelled");
    }

    @Test
    void anExecutorPrintsAndEndsAsTheOneInside() throws Exception {
        ExecutorService linked = Deferred.wrap(pool);
        assertThat(linked).hasToString(pool.toString());
        linked.shutdown();
        assertThat(linked.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        assertThat(linked.isShutdown() && linked.isTerminated()).isTrue();
        ((LinkedExecutorService) Deferred.wrap((ExecutorService) ForkJoinPool.commonPool())).close();
        assertThat(ForkJoinPool.commonPool().isShutdown()).isFalse();
    }
}
