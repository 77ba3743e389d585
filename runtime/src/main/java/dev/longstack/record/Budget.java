package dev.longstack.record;

import java.util.concurrent.atomic.LongAdder;

/**
 * Decides which roots are recorded, and how many stacks are taken in a second.
 *
 * <p>A root that is left out takes its whole tree with it, so what is in the recording stays complete. Once a second the
 * periodic event compares what was written with the budget and sets the rate; within the second each few recorded roots look
 * whether the budget is used up, and halve the rate. Reads and writes of the plain fields race on purpose: a rate that is seen
 * late is as good.
 */
final class Budget {
    private static final int STACKS_PER_SECOND = 500;
    private static final int MAX_SAMPLE_EVERY = 1 << 20;
    /** With more threads alive further ones of nobody's task are left out: there may be millions, which wait most of the time. */
    private static final int MANY_THREADS = 1 << 15;
    /** At the least; with more threads than that, so many: a look reads a counter of each. */
    private static final int BETWEEN_LOOKS = 64;

    static final LongAdder DROPPED_ROOTS = new LongAdder();
    static final LongAdder DROPPED_FORKS = new LongAdder();
    static final LongAdder DROPPED_CONTEXTS = new LongAdder();
    static final LongAdder DROPPED_STACKS = new LongAdder();
    static final LongAdder AMBIGUOUS_TASKS = new LongAdder();

    private static volatile int sampleEvery = 1;
    private static volatile int forkEvery = 1;
    private static volatile boolean manyThreads;
    private static int rootCounter;
    private static int forkCounter;
    private static int toLook = BETWEEN_LOOKS;
    private static int stacksLeft = STACKS_PER_SECOND;
    private static long committedBefore;
    private static boolean tightened;

    private Budget() {}

    static synchronized void restart(Settings settings) {
        sample(settings.sampleEvery);
    }

    private static void sample(int every) {
        sampleEvery = every;
        forkEvery = Math.max(1, every / Settings.current().sampleEvery);
    }

    /** Whether a context without a parent is recorded. */
    static boolean recordsRoot() {
        int every = sampleEvery;
        if (every == 1 || rootCounter++ % every == 0) {
            look();
            return true;
        }
        DROPPED_ROOTS.increment();
        return false;
    }

    /** Whether a fork, which may have millions beside it in its root, is recorded: asked only where one is sampled in. */
    static boolean recordsFork() {
        int every = forkEvery;
        if (every == 1 || forkCounter++ % every == 0) {
            look();
            return true;
        }
        return false;
    }

    /** Whether a thread that is no task of an executor is recorded. */
    static boolean recordsThread() {
        if (manyThreads) {
            return false;
        }
        look();
        return true;
    }

    static boolean takesStack() {
        if (stacksLeft-- > 0) {
            return true;
        }
        DROPPED_STACKS.increment();
        return false;
    }

    static int sampleEvery() {
        return sampleEvery;
    }

    private static void look() {
        if (--toLook <= 0) {
            tightenIfUsedUp();
        }
    }

    private static synchronized void tightenIfUsedUp() {
        ThreadStates.Totals totals = ThreadStates.totals();
        toLook = (int) Math.max(BETWEEN_LOOKS, totals.threads);
        manyThreads = totals.threads > MANY_THREADS;
        long budget = Settings.current().eventsPerSecond;
        if (budget > 0 && totals.written() - committedBefore > budget) {
            sample(Math.min(MAX_SAMPLE_EVERY, sampleEvery * 2));
            tightened = true;
        }
    }

    /** What listeners had made before it is not the recording's. */
    static synchronized void recordingStarts() {
        committedBefore = ThreadStates.totals().written();
        restart(Settings.current());
    }

    /** Called about once a second with the number of events written so far, or that are sure to be. */
    static synchronized void adjust(long committed, long threads) {
        manyThreads = threads > MANY_THREADS;
        stacksLeft = STACKS_PER_SECOND;
        long written = committed - committedBefore;
        committedBefore = committed;
        Settings settings = Settings.current();
        if (settings.eventsPerSecond > 0 && !tightened) {
            sample(next(sampleEvery, settings, written));
        }
        tightened = false;
    }

    /** Tightens at once to what would have met the budget, and opens again by halves while less than a half is used. */
    private static int next(int every, Settings settings, long written) {
        if (written > settings.eventsPerSecond) {
            double factor = (double) written / settings.eventsPerSecond;
            return (int) Math.min(MAX_SAMPLE_EVERY, Math.ceil(every * factor));
        }
        return written * 2 < settings.eventsPerSecond ? Math.max(settings.sampleEvery, every / 2) : every;
    }
}
