package dev.longstack.recordings.participants;

import dev.longstack.context.AsyncContext;
import dev.longstack.context.ContextLocal;
import dev.longstack.context.Scope;
import dev.longstack.deferred.Deferred;
import dev.longstack.listen.Interceptors;
import dev.longstack.listen.Registration;
import dev.longstack.listen.Segment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The API in woven code: listeners, interceptors, values and wrappers reach all that the agent links. Prints {@code kept RULE} or
 * {@code BROKEN RULE} for each.
 */
@SuppressWarnings("try") // scopes are closed, not used
public final class Participants {
    private static final ContextLocal<String> TENANT = ContextLocal.named("tenant");

    private final ExecutorService pool = Executors.newFixedThreadPool(2);
    private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(1);
    private final Timer timer = new Timer(true);

    private Participants() {}

    public static void main(String[] args) throws Exception {
        Participants participants = new Participants();
        try {
            participants.listenersHearOfWovenHops();
            participants.interceptorsRunAroundWovenRuns();
            participants.refusalsReachFutures();
            participants.tasksRunAgain();
            participants.segmentsHoldForWovenWork();
            participants.valuesTravel();
            participants.wrappingMakesNoSecondHop();
            participants.linkedExecutorsMakeNoSecondHop();
            participants.detachedWorkHasNoParent();
            participants.wovenWorkIsBelowWhatIsMadeCurrent();
        } finally {
            participants.pool.shutdown();
            participants.scheduler.shutdown();
            participants.timer.cancel();
        }
    }

    private static void rule(String rule, Object found, Object expected) {
        boolean kept = found.equals(expected);
        System.out.println((kept ? "kept " : "BROKEN ") + rule + (kept ? "" : ": " + found + ", expected " + expected));
    }

    /** Every way in which the agent links, each run once; ends when all have run. */
    private void everyHop(Runnable body) throws Exception {
        CountDownLatch plain = new CountDownLatch(5);
        Runnable counted = () -> {
            body.run();
            plain.countDown();
        };
        pool.execute(counted);
        pool.submit(body).get();
        // what follows is there before what it waits for is complete: else the caller would run it, which is no hop
        CountDownLatch registered = new CountDownLatch(1);
        CompletableFuture<Integer> result = CompletableFuture.runAsync(
                        () -> {
                            body.run();
                            awaitQuietly(registered);
                        },
                        pool)
                .thenRun(body)
                .thenApplyAsync(
                        ignored -> {
                            body.run();
                            return 1;
                        },
                        pool)
                .thenCombine(CompletableFuture.completedFuture(2), (first, second) -> {
                    body.run();
                    return first + second;
                })
                .handle((sum, failure) -> {
                    body.run();
                    return sum;
                });
        registered.countDown();
        rule("what the interceptors let through is the result", result.get(), 3);
        scheduler.schedule(body, 1, TimeUnit.MILLISECONDS).get();
        new Thread(counted).start();
        timer.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        counted.run();
                    }
                },
                1);
        ForkJoinPool.commonPool().execute(counted);
        ForkJoinPool.commonPool().submit(counted).get();
        if (!plain.await(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("a hop never ran");
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final String REFUSED = RejectedExecutionException.class.getName() + ": refused ";

    private static final List<String> OPERATIONS = List.of(
            "CompletableFuture.handle",
            "CompletableFuture.runAsync",
            "CompletableFuture.thenApplyAsync",
            "CompletableFuture.thenCombine",
            "CompletableFuture.thenRun",
            "ExecutorService.submit",
            "ForkJoinPool.execute",
            "ForkJoinPool.submit",
            "ScheduledExecutorService.schedule",
            "Thread.start",
            "ThreadPoolExecutor.execute",
            "Timer.schedule");

    private void listenersHearOfWovenHops() throws Exception {
        try (Heard heard = new Heard()) {
            AsyncContext request = AsyncContext.request("GET /hops");
            AtomicInteger unseen = new AtomicInteger();
            try (Scope scope = request.beginRun()) {
                everyHop(() -> {
                    if (heard.currentOnThisThread() != AsyncContext.currentId()) {
                        unseen.incrementAndGet();
                    }
                });
            }
            heard.awaitResolved(request.id());
            rule("a listener hears of every hop", heard.created(), OPERATIONS);
            rule("and of the end of each", heard.released(), OPERATIONS);
            rule("and of what is current on each thread", unseen.get(), 0);
            rule("the request is resolved, and last", heard.lastResolved(), request.id());
        }
    }

    private static List<String> sorted(List<String> operations) {
        List<String> sorted = new ArrayList<>(operations);
        Collections.sort(sorted);
        return sorted;
    }

    private void interceptorsRunAroundWovenRuns() throws Exception {
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger outside = new AtomicInteger();
        ThreadLocal<Boolean> inside = ThreadLocal.withInitial(() -> false);
        CountDownLatch left = new CountDownLatch(OPERATIONS.size());
        try (Registration registration = Interceptors.add((invocation, next) -> {
            seen.add(String.valueOf(invocation.operation()));
            boolean before = inside.get();
            inside.set(true);
            try {
                return next.proceed();
            } finally {
                inside.set(before);
                left.countDown();
            }
        })) {
            try (Scope scope = AsyncContext.request("GET /hops").beginRun()) {
                everyHop(() -> {
                    if (!inside.get()) {
                        outside.incrementAndGet();
                    }
                });
            }
            rule("an interceptor returns from every run", left.await(60, TimeUnit.SECONDS), true);
        }
        rule("an interceptor runs around every run", sorted(seen), OPERATIONS);
        rule("and the task runs inside it", outside.get(), 0);
    }

    private void refusalsReachFutures() throws Exception {
        try (Registration registration = Interceptors.add((invocation, next) -> {
            throw new RejectedExecutionException("refused " + invocation.operation());
        })) {
            String submitted = "ran";
            try {
                submitted = pool.submit(() -> "ran").get();
            } catch (ExecutionException e) {
                submitted = String.valueOf(e.getCause());
            }
            rule("a refusal reaches the future of a task", submitted, REFUSED + "ExecutorService.submit");
            String supplied = "ran";
            try {
                supplied = CompletableFuture.supplyAsync(() -> "ran", pool).join();
            } catch (CompletionException e) {
                supplied = String.valueOf(e.getCause());
            }
            rule("and a CompletableFuture", supplied, REFUSED + "CompletableFuture.supplyAsync");
        }
    }

    private void tasksRunAgain() throws Exception {
        try (Registration registration = Interceptors.add((invocation, next) -> {
            try {
                return next.proceed();
            } catch (IllegalStateException first) {
                return next.proceed();
            }
        })) {
            AtomicInteger runs = new AtomicInteger();
            int result = pool.submit(() -> {
                        if (runs.incrementAndGet() == 1) {
                            throw new IllegalStateException("planned");
                        }
                        return runs.get();
                    })
                    .get();
            rule("a task may run again before its future is complete", result, 2);
        }
    }

    private void segmentsHoldForWovenWork() throws Exception {
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        Segment segment = Segment.named("checkout");
        try (Registration registration = segment.intercept((invocation, next) -> {
            seen.add(String.valueOf(invocation.operation()));
            return next.proceed();
        })) {
            CompletableFuture<Integer> in;
            try (Segment.Scope stay = segment.enter()) {
                in = CompletableFuture.supplyAsync(() -> 1, pool);
            }
            in.join();
            CompletableFuture.supplyAsync(() -> 2, pool).join();
        }
        rule("a segment holds for what is started in it alone", seen, List.of("CompletableFuture.supplyAsync"));
    }

    private void valuesTravel() throws Exception {
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        List<String> seenByThread = Collections.synchronizedList(new ArrayList<>());
        try (Scope scope = AsyncContext.request("GET /values").beginRun()) {
            TENANT.set("blue");
            everyHop(() -> {
                boolean bareThread = "Thread.start".equals(AsyncContext.currentOperation());
                (bareThread ? seenByThread : seen).add(String.valueOf(TENANT.get()));
                TENANT.set("of the child");
            });
            seen.add(String.valueOf(TENANT.get()));
        }
        rule("a value is there in every hop, whatever the others set", seen, Collections.nCopies(12, "blue"));
        rule("but not in a bare thread, which may live on and work for others", seenByThread, List.of("null"));
        rule("nothing is left on the thread", String.valueOf(TENANT.get()), "null");
    }

    private void wrappingMakesNoSecondHop() throws Exception {
        try (Heard heard = new Heard()) {
            AsyncContext request = AsyncContext.request("GET /wrapped");
            Runnable nothing = () -> {};
            try (Scope scope = request.beginRun()) {
                Deferred deferred = Deferred.wrap("by hand");
                pool.execute(deferred.runnable(nothing));
                pool.submit(deferred.runnable(nothing)).get();
                pool.submit(deferred.callable(() -> 1)).get();
                CompletableFuture.supplyAsync(deferred.supplier(() -> 1), pool)
                        .thenApply(deferred.function(each -> each + 1))
                        .get();
                Thread thread = new Thread(deferred.runnable(nothing));
                thread.start();
                thread.join();
                ForkJoinPool.commonPool().submit(deferred.runnable(nothing)).get();
            }
            heard.awaitResolved(request.id());
            rule("wrapping by hand makes no second hop", heard.created(), Collections.nCopies(7, "by hand"));
        }
    }

    private void linkedExecutorsMakeNoSecondHop() throws Exception {
        try (Heard heard = new Heard()) {
            AsyncContext request = AsyncContext.request("GET /linked");
            Runnable nothing = () -> {};
            Callable<Integer> one = () -> 1;
            CountDownLatch ran = new CountDownLatch(2);
            try (Scope scope = request.beginRun()) {
                ExecutorService linked = Deferred.wrap(pool);
                linked.execute(nothing);
                linked.submit(nothing).get();
                linked.submit(one).get();
                linked.invokeAll(List.of(one)).get(0).get();
                linked.invokeAny(List.of(one));
                CompletableFuture.supplyAsync(() -> 1, linked)
                        .thenApplyAsync(each -> each + 1, linked)
                        .get();
                ScheduledExecutorService later = Deferred.wrap(scheduler);
                later.schedule(nothing, 1, TimeUnit.MILLISECONDS).get();
                later.schedule(one, 1, TimeUnit.MILLISECONDS).get();
                ScheduledFuture<?> periodic = later.scheduleAtFixedRate(ran::countDown, 0, 1, TimeUnit.MILLISECONDS);
                ran.await();
                periodic.cancel(false);
                scheduler
                        .schedule(Deferred.wrap("by hand").callable(one), 1, TimeUnit.MILLISECONDS)
                        .get();
            }
            heard.awaitResolved(request.id());
            rule(
                    "an executor that is linked by hand makes no second hop",
                    heard.created(),
                    List.of(
                            "CompletableFuture.supplyAsync",
                            "CompletableFuture.thenApplyAsync",
                            "Executor.execute",
                            "ExecutorService.invokeAll",
                            "ExecutorService.invokeAny",
                            "ExecutorService.submit",
                            "ExecutorService.submit",
                            "ScheduledExecutorService.schedule",
                            "ScheduledExecutorService.schedule",
                            "ScheduledExecutorService.scheduleAtFixedRate",
                            "by hand"));
            rule("and each ends", heard.released(), heard.created());
        }
    }

    private void wovenWorkIsBelowWhatIsMadeCurrent() throws Exception {
        AsyncContext request = AsyncContext.request("GET /made-current");
        long parent;
        try (Scope scope = request.makeCurrent()) {
            parent = pool.submit(AsyncContext::currentParentId).get();
        }
        rule("woven work is below what is made current", parent, request.id());
        request.cancel();
    }

    private void detachedWorkHasNoParent() throws Exception {
        long parent;
        try (Scope scope = AsyncContext.request("GET /detached").beginRun();
                Scope detached = AsyncContext.detach()) {
            parent = pool.submit(AsyncContext::currentParentId).get();
        }
        rule("what is started in a detached scope has no parent", parent, 0L);
    }
}
