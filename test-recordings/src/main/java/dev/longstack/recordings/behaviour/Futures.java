package dev.longstack.recordings.behaviour;

import static dev.longstack.recordings.behaviour.Behaviours.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** FutureTask, CompletionService and CompletableFuture. */
@SuppressWarnings("FutureReturnValueIgnored") // the programs are about the calls
final class Futures {
    private Futures() {}

    static void check() throws Exception {
        futureTask();
        completionService();
        order();
        failures();
        deepChain();
        subclass();
    }

    private static void futureTask() throws Exception {
        List<String> done = new ArrayList<>();
        FutureTask<Integer> task = new FutureTask<>(() -> 3) {
            @Override
            protected void done() {
                done.add("done");
            }
        };
        task.run();
        task.run();
        rule("a future runs once", task.get() == 3 && done.equals(List.of("done")));
    }

    private static void completionService() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(1);
        ExecutorCompletionService<Integer> service = new ExecutorCompletionService<>(pool);
        Future<Integer> submitted = service.submit(() -> 5);
        rule("take gives the very future", service.take() == submitted && submitted.get() == 5);
        pool.shutdown();
    }

    private static void order() {
        List<Integer> ran = new ArrayList<>();
        CompletableFuture<Integer> source = new CompletableFuture<>();
        for (int i = 0; i < 3; i++) {
            int n = i;
            source.thenAccept(x -> ran.add(n));
        }
        rule("dependents are counted", source.getNumberOfDependents() == 3);
        rule("toString tells them", source.toString().endsWith("[Not completed, 3 dependents]"));
        source.complete(1);
        rule("the last dependent runs first", ran.equals(List.of(2, 1, 0)));
        rule("a second completion does nothing", !source.complete(2) && source.join() == 1);
    }

    private static void failures() throws Exception {
        CompletableFuture<Integer> failed = new CompletableFuture<>();
        CompletableFuture<Integer> dependent = failed.thenApply(x -> x);
        failed.completeExceptionally(new IllegalStateException("planned"));
        try {
            dependent.join();
            rule("a failure is wrapped for dependents", false);
        } catch (CompletionException e) {
            rule("a failure is wrapped for dependents", e.getCause() instanceof IllegalStateException);
        }
        rule("exceptionally mends it", failed.exceptionally(e -> 9).join() == 9);
        try {
            new CompletableFuture<Integer>().orTimeout(1, TimeUnit.MILLISECONDS).get(10, TimeUnit.SECONDS);
            rule("orTimeout times out", false);
        } catch (java.util.concurrent.ExecutionException e) {
            rule("orTimeout times out", e.getCause() instanceof TimeoutException);
        }
    }

    private static void deepChain() {
        CompletableFuture<Integer> first = new CompletableFuture<>();
        CompletableFuture<Integer> last = first;
        for (int i = 0; i < 100_000; i++) {
            last = last.thenApply(x -> x + 1);
        }
        first.complete(0);
        rule("a chain of 100,000 needs no deep stack", last.join() == 100_000);
    }

    /** One that is a task as well, as frameworks have it. */
    private static final class TaskFuture extends CompletableFuture<Integer> implements Runnable {
        @Override
        public void run() {
            complete(4);
        }
    }

    private static void subclass() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(1);
        TaskFuture task = new TaskFuture();
        pool.execute(task);
        rule("a future that is a task runs", task.get(10, TimeUnit.SECONDS) == 4);
        pool.shutdown();
    }
}
