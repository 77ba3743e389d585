package dev.longstack.recordings.truth;

import dev.longstack.recordings.VirtualThreads;
import dev.longstack.recordings.truth.Worker.Fed;
import dev.longstack.recordings.truth.Worker.Place;
import java.util.ArrayDeque;
import java.util.LinkedList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.Timer;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The pools and loops that all programs of a JVM share. */
@SuppressWarnings({"FutureReturnValueIgnored", "JdkObsolete"}) // the programs are about the calls, and about all lists
final class World implements AutoCloseable {
    private static final int TIMEOUT_SECONDS = 20;
    private static final int MANY = 1_000_000;

    final ExecutorService linked = Executors.newFixedThreadPool(3);
    final ExecutorService array = new ThreadPoolExecutor(2, 2, 1, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MANY));
    /** Hands over from thread to thread: as many threads as block in it. */
    final ExecutorService cached = Executors.newCachedThreadPool();
    /** Plain tasks in it must be comparable. */
    final ThreadPoolExecutor priority =
            new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new PriorityBlockingQueue<>());

    final ScheduledExecutorService scheduled = Executors.newScheduledThreadPool(2);
    final ForkJoinPool forkJoin = new ForkJoinPool(3);
    final Timer timer = new Timer("timer", true);
    final @Nullable ExecutorService perTask = VirtualThreads.perTaskExecutor();
    final List<ExecutorService> plain = List.of(linked, array, cached);

    /** No queue: what is taken out of one makes things unknown. */
    private final Set<Thread> started = ConcurrentHashMap.newKeySet();

    private final ExecutorService loops = Executors.newCachedThreadPool();
    private final ScheduledExecutorService scheduledLoops = Executors.newScheduledThreadPool(4);
    private final ForkJoinPool forkJoinLoops = new ForkJoinPool(8);

    private final Place thread = threads(ThreadStart.platform());
    private final Place virtual = threads(ThreadStart.virtual());
    private final Place task = new Place("ThreadPoolExecutor.execute", loops, false);
    private final Place submitted = new Place("ExecutorService.submit", loops::submit, false);
    private final Place forked = new Place("ForkJoinPool.execute", forkJoinLoops, false);
    private final Place delayed = new Place(
            "ScheduledExecutorService.schedule",
            loop -> scheduledLoops.schedule(loop, 0, TimeUnit.MILLISECONDS),
            false);
    private final Place asynchronous =
            new Place("CompletableFuture.runAsync", loop -> CompletableFuture.runAsync(loop, loops), false);

    /** Where a task runs that a pool, or an executor of another kind, runs. */
    final List<Place> places = List.of(task, submitted, forked, delayed, asynchronous, perTask());

    final List<Worker> workers = List.of(
            new Worker(Handover.blocking(new ArrayBlockingQueue<>(MANY)), thread, Fed.ANYTHING),
            new Worker(Handover.blocking(new LinkedBlockingQueue<>()), thread, Fed.ANYTHING),
            new Worker(Handover.blocking(new LinkedBlockingDeque<>()), virtual, Fed.ANYTHING),
            new Worker(Handover.blocking(new LinkedTransferQueue<>()), thread, Fed.ANYTHING),
            new Worker(Handover.blocking(new PriorityBlockingQueue<>()), virtual, Fed.PARCELS),
            new Worker(Handover.blocking(delayQueue()), thread, Fed.PARCELS),
            new Worker(Handover.batches(new LinkedBlockingQueue<>()), thread, Fed.ANYTHING),
            new Worker(Handover.guarded(new ConcurrentLinkedQueue<>()), thread, Fed.ANYTHING),
            new Worker(Handover.guarded(new ArrayDeque<>()), thread, Fed.ANYTHING),
            new Worker(Handover.list(), thread, Fed.ANYTHING),
            new Worker(Handover.blocking(new ArrayBlockingQueue<>(MANY)), task, Fed.ANYTHING),
            new Worker(Handover.blocking(new LinkedBlockingQueue<>()), submitted, Fed.ANYTHING),
            new Worker(Handover.blocking(new LinkedBlockingDeque<>()), forked, Fed.ANYTHING),
            new Worker(Handover.blocking(new LinkedTransferQueue<>()), asynchronous, Fed.ANYTHING),
            new Worker(Handover.blocking(new PriorityBlockingQueue<>()), delayed, Fed.PARCELS),
            new Worker(Handover.blocking(delayQueue()), perTask(), Fed.PARCELS),
            new Worker(Handover.batches(new LinkedBlockingQueue<>()), task, Fed.ANYTHING),
            new Worker(Handover.guarded(new ConcurrentLinkedQueue<>()), submitted, Fed.ANYTHING),
            new Worker(Handover.guarded(new ConcurrentLinkedDeque<>()), task, Fed.ANYTHING),
            new Worker(Handover.guarded(new ArrayDeque<>()), task, Fed.TASKS),
            new Worker(Handover.guarded(new LinkedList<>()), forked, Fed.TASKS),
            new Worker(Handover.guarded(new PriorityQueue<>()), task, Fed.PARCELS_THAT_ARE_TASKS));
    final List<Hirer> hirers = List.of(new Hirer(thread), new Hirer(task), new Hirer(perTask()));
    final List<Drain> drains = List.of(
            new Drain(new Place("ThreadPoolExecutor.execute", linked, false)),
            new Drain(new Place("ForkJoinPool.execute", forkJoin, false)),
            new Drain(new Place("ThreadPoolExecutor.execute", array, false)),
            new Drain(perTask()));
    /** Emptied by who adds to it. */
    final Drain drainHere = new Drain(null);

    final SerialExecutor serial = new SerialExecutor(linked);
    final Publisher publisher = new Publisher(linked);

    @SuppressWarnings("unchecked")
    private static BlockingQueue<Object> delayQueue() {
        return (BlockingQueue<Object>) (BlockingQueue<?>) new DelayQueue<Parcel>();
    }

    private Place threads(ThreadStart way) {
        return new Place(way.operation(), task -> start(way, task), true);
    }

    /** Virtual threads are waited for only by who knows them. */
    void start(ThreadStart way, Runnable task) {
        started.removeIf(thread -> !thread.isAlive());
        started.add(way.start().apply(task));
    }

    /** A pool where there is no such executor. */
    private Place perTask() {
        Executor executor = perTask;
        return executor == null ? task : new Place("ThreadPerTaskExecutor.execute", executor, false);
    }

    @Override
    public void close() {
        workers.forEach(Worker::close);
        hirers.forEach(Hirer::close);
        publisher.close();
        timer.cancel();
        started.forEach(World::join);
        for (ExecutorService each :
                List.of(linked, array, cached, priority, scheduled, forkJoin, loops, scheduledLoops, forkJoinLoops)) {
            end(each);
        }
        if (perTask != null) {
            end(perTask);
        }
        ForkJoinPool.commonPool().awaitQuiescence(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void end(ExecutorService pool) {
        pool.shutdown();
        try {
            pool.awaitTermination(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
