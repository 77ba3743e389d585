package dev.longstack.agent.packaged;

import dev.longstack.context.AsyncContext;
import dev.longstack.context.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Uses all that the JDK's families weave, and tells which hops saw the request that they were created in. */
@SuppressWarnings("FutureReturnValueIgnored") // each hop is awaited by itself
final class Everything {
    private final List<String> hops = new ArrayList<>();
    private final AsyncContext request;

    private Everything(AsyncContext request) {
        this.request = request;
    }

    /** The hops, each with whether it is linked. */
    @SuppressWarnings("try") // the scope is closed, not used
    static List<String> hops() throws Exception {
        AsyncContext request = AsyncContext.request("GET /everything");
        Everything all = new Everything(request);
        try (Scope scope = request.beginRun()) {
            all.pools();
            all.later();
            all.continuations();
            all.forks();
            all.threads();
        }
        return all.hops;
    }

    private interface Way {
        void run(Runnable hop) throws Exception;
    }

    private void hop(String name, Way way) throws Exception {
        AtomicReference<String> seen = new AtomicReference<>("did not run");
        CountDownLatch ran = new CountDownLatch(1);
        way.run(() -> {
            seen.set(isBelow(AsyncContext.current()) ? "linked" : "LOST");
            ran.countDown();
        });
        boolean ignored = ran.await(10, TimeUnit.SECONDS);
        hops.add(name + " " + seen.get());
    }

    private boolean isBelow(AsyncContext context) {
        return context.id() != request.id() && context.parentId() == request.id();
    }

    private void pools() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(1);
        hop("execute", pool::execute);
        hop("execute queued", pool::execute);
        hop("submit", pool::submit);
        hop("invokeAll", task -> pool.invokeAll(List.of(Executors.callable(task))));
        hop("invokeAny", task -> pool.invokeAny(List.of(Executors.callable(task))));
        hop("completion service", task -> new ExecutorCompletionService<Void>(pool).submit(task, null));
        pool.shutdown();
        ThreadPoolExecutor bounded = new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new ArrayBlockingQueue<>(5));
        hop("execute, array queue", bounded::execute);
        hop("execute queued, array queue", bounded::execute);
        bounded.shutdownNow();
        hop("FutureTask", task -> new Thread(new FutureTask<Void>(task, null)).start());
    }

    private void later() throws Exception {
        ScheduledExecutorService pool = Executors.newScheduledThreadPool(1);
        hop("schedule", task -> pool.schedule(task, 1, TimeUnit.MILLISECONDS));
        hop("scheduleAtFixedRate", task -> pool.scheduleAtFixedRate(task, 1, 1, TimeUnit.MILLISECONDS));
        pool.shutdownNow();
        Timer timer = new Timer();
        hop("Timer", task -> timer.schedule(timerTask(task), 1));
        timer.cancel();
    }

    private static TimerTask timerTask(Runnable task) {
        return new TimerTask() {
            @Override
            public void run() {
                task.run();
            }
        };
    }

    private void continuations() throws Exception {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        hop("runAsync", task -> CompletableFuture.runAsync(task, pool));
        hop("supplyAsync", task -> CompletableFuture.supplyAsync(() -> call(task), pool));
        hop("thenRun", task -> onceComplete(future -> future.thenRun(task)));
        hop("thenRunAsync", task -> onceComplete(future -> future.thenRunAsync(task, pool)));
        hop("thenApply", task -> onceComplete(future -> future.thenApply(x -> call(task))));
        hop("handle", task -> onceComplete(future -> future.handle((x, e) -> call(task))));
        hop("whenComplete", task -> onceComplete(future -> future.whenComplete((x, e) -> task.run())));
        hop("thenCombine", task -> onceComplete(future -> future.thenCombine(future.copy(), (x, y) -> call(task))));
        hop(
                "acceptEither",
                task -> onceComplete(future -> future.acceptEither(new CompletableFuture<>(), x -> task.run())));
        Executor delayed = CompletableFuture.delayedExecutor(1, TimeUnit.MILLISECONDS, pool);
        hop("runAsync, delayed", task -> CompletableFuture.runAsync(task, delayed));
        CompletableFuture.anyOf(new CompletableFuture<>(), CompletableFuture.completedFuture(""))
                .join();
        pool.shutdown();
    }

    private static Object call(Runnable task) {
        task.run();
        return "";
    }

    private static void onceComplete(Consumer<CompletableFuture<Object>> step) {
        CompletableFuture<Object> future = new CompletableFuture<>();
        step.accept(future);
        future.complete("");
    }

    private void forks() throws Exception {
        ForkJoinPool pool = new ForkJoinPool(2);
        hop("ForkJoinPool.execute", pool::execute);
        hop("ForkJoinPool.submit", pool::submit);
        hop("ForkJoinPool.submit callable", task -> pool.submit((Callable<Object>) () -> call(task)));
        pool.invoke(new RecursiveAction() {
            @Override
            protected void compute() {
                invokeAll(new Leaf(), new Leaf());
            }
        });
        int ignored = IntStream.range(0, 1000).parallel().sum();
        pool.shutdown();
    }

    private static final class Leaf extends RecursiveAction {
        private static final long serialVersionUID = 1;

        @Override
        protected void compute() {}
    }

    private void threads() throws Exception {
        hop("Thread", task -> new Thread(task).start());
        hop("subclass of Thread", task -> new OwnRun(task).start());
        if (Runtime.version().feature() >= 21) {
            hop(
                    "virtual thread",
                    task -> Thread.class
                            .getMethod("startVirtualThread", Runnable.class)
                            .invoke(null, task));
            ExecutorService perTask = (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
            hop("thread per task", perTask::submit);
            perTask.shutdown();
        }
    }

    /** Has a run of its own. */
    static final class OwnRun extends Thread {
        private final Runnable task;

        OwnRun(Runnable task) {
            this.task = task;
        }

        @Override
        public void run() {
            task.run();
        }
    }
}
