package dev.longstack.examples;

import dev.longstack.context.AsyncContext;
import dev.longstack.context.Scope;
import dev.longstack.deferred.Deferred;
import dev.longstack.listen.Interceptor;
import dev.longstack.listen.Registration;
import dev.longstack.listen.Segment;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/** Program control: controllers around everything started in a segment: before and after, once more, not at all. */
@SuppressWarnings("try") // scopes are closed, not used
public final class ProgramControl {
    private static final Segment PAYMENT = Segment.named("payment");
    private static final Segment PLUG_IN = Segment.named("plug-in");

    private ProgramControl() {}

    public static void main(String[] args) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(1);
        Interceptor aroundIt = (invocation, next) -> {
            System.out.println("before " + invocation.operation());
            try {
                return next.proceed();
            } finally {
                System.out.println("after " + invocation.operation());
            }
        };
        Interceptor onceMore = (invocation, next) -> {
            try {
                return next.proceed();
            } catch (IllegalStateException failure) {
                System.out.println("once more: " + failure.getMessage());
                return next.proceed();
            }
        };
        Interceptor notAtAll = (invocation, next) -> {
            throw new RejectedExecutionException("plug-ins may not do '" + invocation.operation() + "'");
        };
        try (Registration first = PAYMENT.intercept(aroundIt);
                Registration second = PAYMENT.intercept(onceMore);
                Registration third = PLUG_IN.intercept(notAtAll);
                Scope scope = AsyncContext.request("POST /payment").beginRun()) {
            System.out.println(pool.submit(payment()).get());
            System.out.println(refused(pool));
        }
        pool.shutdown();
    }

    private static Callable<String> payment() {
        AtomicInteger runs = new AtomicInteger();
        try (Segment.Scope inPayment = PAYMENT.enter()) {
            return Deferred.wrap("Bank.transfer").callable(() -> {
                if (runs.incrementAndGet() == 1) {
                    throw new IllegalStateException("the line was busy");
                }
                return "paid";
            });
        }
    }

    private static String refused(ExecutorService pool) throws InterruptedException {
        try (Segment.Scope inPlugIn = PLUG_IN.enter()) {
            return pool.submit(Deferred.wrap("Files.delete").callable(() -> "deleted"))
                    .get();
        } catch (ExecutionException e) {
            return String.valueOf(e.getCause());
        }
    }
}
