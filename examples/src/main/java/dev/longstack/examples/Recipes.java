package dev.longstack.examples;

import dev.longstack.context.AsyncContext;
import dev.longstack.context.ContextKind;
import dev.longstack.context.ContextLocal;
import dev.longstack.context.ContextManager;
import dev.longstack.context.ContextManagers;
import dev.longstack.context.ReleaseReason;
import dev.longstack.context.Run;
import dev.longstack.context.Scope;
import dev.longstack.deferred.Callbacks;
import dev.longstack.deferred.Deferred;
import dev.longstack.deferred.Emitters;
import dev.longstack.listen.ContextListener;
import dev.longstack.listen.Interceptor;
import dev.longstack.listen.Interceptors;
import dev.longstack.listen.Interest;
import dev.longstack.listen.Listeners;
import dev.longstack.listen.Registration;
import dev.longstack.listen.Segment;
import dev.longstack.stream.BetweenProbe;
import dev.longstack.stream.Probes;
import dev.longstack.tracked.TrackedObjects;
import dev.longstack.tracked.Zone;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** What the documentation of each type of the API shows, in its order. */
@SuppressWarnings("try") // scopes are closed, not used
public final class Recipes {
    private static final ContextLocal<String> TENANT = ContextLocal.named("tenant");
    private static final Segment PAYMENT = Segment.named("payment");

    private final ExecutorService pool = Executors.newSingleThreadExecutor();

    private Recipes() {}

    public static void main(String[] args) throws Throwable {
        Recipes recipes = new Recipes();
        recipes.contexts();
        recipes.scopes(Runnable::run);
        recipes.runs();
        recipes.values();
        recipes.managers();
        recipes.callbacks();
        recipes.listeners();
        recipes.interceptors();
        recipes.objects();
        recipes.streams();
        recipes.pool.shutdown();
    }

    /** Keeps what waits for a key, as a library would. */
    private static final class Cache {
        private final Map<String, Runnable> waiting = new HashMap<>();

        void whenLoaded(String key, Runnable callback) {
            waiting.put(key, callback);
        }
    }

    private void contexts() {
        Cache cache = new Cache();
        String key = "orders";
        AsyncContext request = AsyncContext.request("GET /orders");
        try (Scope scope = request.beginRun()) {
            AsyncContext lookup = AsyncContext.capture("Cache.lookup", key);
            cache.whenLoaded(key, () -> lookup.run(() -> System.out.println("loaded " + key)));
        }
        cache.waiting.values().forEach(Runnable::run);
    }

    private void scopes(Executor eventLoop) {
        Runnable onReady = () -> System.out.println("ready in " + AsyncContext.current());
        AsyncContext caller = AsyncContext.current();
        eventLoop.execute(() -> {
            try (Scope scope = caller.makeCurrent()) {
                onReady.run();
            }
        });
    }

    private void runs() {
        AsyncContext poll = AsyncContext.create(ContextKind.PERIODIC, "Poller.poll", this, null);
        try (Run run = poll.beginRun()) {
            try {
                pollOnce();
            } catch (IllegalStateException e) {
                run.fail(e);
            }
        }
        poll.close();
    }

    private static void pollOnce() {
        throw new IllegalStateException("nothing to poll");
    }

    private void values() throws ExecutionException, InterruptedException {
        try (Scope tenant = TENANT.with("blue")) {
            Deferred.wrap(pool)
                    .submit(() -> System.out.println("tenant " + TENANT.get()))
                    .get();
        }
    }

    /** Keeps the current context in a thread-local of its own. */
    static final class OwnManager implements ContextManager {
        private final ThreadLocal<AsyncContext> current = ThreadLocal.withInitial(AsyncContext::none);

        @Override
        public String name() {
            return "own";
        }

        @Override
        public AsyncContext current() {
            return current.get();
        }

        @Override
        public Scope attach(AsyncContext context) {
            AsyncContext before = current.get();
            current.set(context);
            return () -> current.set(before);
        }
    }

    private void managers() {
        new OwnManager().attach(AsyncContext.current()).close();
        System.out.println("manager: " + ContextManagers.get().name());
    }

    private void callbacks() throws Throwable {
        Queue<Runnable> queue = new ArrayDeque<>();
        ExecutorService linked = Deferred.wrap(pool);
        linked.submit(() -> System.out.println("in " + AsyncContext.currentOperation()))
                .get();

        queue.add(Deferred.wrap("Pool.enqueue")
                .runnable(() -> System.out.println("in " + AsyncContext.currentOperation())));
        queue.remove().run();

        MethodHandle open = Deferred.wrapMethod("fs.open", open())
                .argument("path", 0)
                .optionalArgument("mode", 1)
                .build();
        open.invoke("/etc/hosts", (String) null, (Consumer<String>) file -> System.out.println("opened " + file));

        List<Consumer<String>> orders = new ArrayList<>();
        Consumer<String> listener =
                Emitters.listener("Orders.onPlaced", (String order) -> System.out.println("mail for " + order));
        orders.add(listener);
        orders.forEach(each -> each.accept("order 4711"));
        orders.remove(listener);
        Emitters.removed(listener);

        long id = Callbacks.created("Bus.subscribe", () -> Map.of("topic", "orders"));
        Callbacks.run(id, () -> System.out.println("first event"));
        Callbacks.run(id, () -> System.out.println("second event"));
        Callbacks.released(id, ReleaseReason.CLOSED);
    }

    static void openFile(String path, String mode, Consumer<String> callback) {
        callback.accept(path + (mode == null ? "" : " " + mode));
    }

    private static MethodHandle open() throws ReflectiveOperationException {
        return MethodHandles.lookup()
                .findStatic(
                        Recipes.class,
                        "openFile",
                        MethodType.methodType(void.class, String.class, String.class, Consumer.class));
    }

    /** Prints what is created and what has ended. */
    private static final class Printing implements ContextListener {
        @Override
        public void created(AsyncContext context) {
            System.out.println("created " + context.operation());
        }

        @Override
        public void released(AsyncContext context, ReleaseReason reason) {
            System.out.println("released " + context.operation() + ": " + reason.word());
        }
    }

    private void listeners() {
        Runnable task = () -> System.out.println("running");
        try (Registration listening = Listeners.add(new Printing(), Interest.CREATED, Interest.RELEASED)) {
            Deferred.wrap("Pool.enqueue").runnable(task).run();
        }
    }

    private void interceptors() throws ExecutionException, InterruptedException {
        AtomicInteger runs = new AtomicInteger();
        Runnable unreliable = () -> {
            if (runs.incrementAndGet() == 1) {
                throw new IllegalStateException("the line was busy");
            }
        };
        Interceptor onceMore = (invocation, next) -> {
            try {
                return next.proceed();
            } catch (IllegalStateException e) {
                System.out.println("once more: " + invocation.operation());
                return next.proceed();
            }
        };
        try (Registration retrying = Interceptors.add(onceMore)) {
            Deferred.wrap("Bank.transfer").runnable(unreliable).run();
        }
        Runnable transfer = () -> System.out.println("transferring");
        try (Registration printing = PAYMENT.intercept((invocation, next) -> {
            System.out.println("payment: " + invocation.operation());
            return next.proceed();
        })) {
            try (Segment.Scope inPayment = PAYMENT.enter()) {
                pool.submit(Deferred.wrap("Bank.transfer").runnable(transfer)).get();
            }
        }
    }

    /** A file that says of itself when it is opened and closed. */
    private static final class TrackedFile implements AutoCloseable {
        TrackedFile() {
            TrackedObjects.trackObject(this);
        }

        @Override
        public void close() {
            TrackedObjects.releaseObject(this);
        }
    }

    private void objects() {
        ContextListener listener = new ContextListener() {
            @Override
            public void objectReleased(Object object, long contextId) {
                System.out.println("closed");
            }
        };
        try (Registration listening = Listeners.add(listener, Interest.TRACKED)) {
            try (Zone zone = Zone.open()) {
                new TrackedFile();
            }
        }
    }

    /** Takes whatever comes. */
    private static final class Taking implements Flow.Subscriber<String> {
        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String item) {
            System.out.println("took " + item);
        }

        @Override
        public void onError(Throwable failure) {}

        @Override
        public void onComplete() {}
    }

    private void streams() throws InterruptedException {
        BlockingQueue<String> orders = Probes.queue("orders", new ArrayBlockingQueue<>(10));
        orders.put("order 4711");
        System.out.println("took " + orders.take());

        BetweenProbe<String> buffer = Probes.between("buffer");
        try (SubmissionPublisher<String> publisher = new SubmissionPublisher<>(Runnable::run, 16)) {
            buffer.entering(publisher).subscribe(buffer.leaving(new Taking()));
            publisher.submit("order 4712");
            System.out.println("held " + buffer.elements());
        }
    }
}
