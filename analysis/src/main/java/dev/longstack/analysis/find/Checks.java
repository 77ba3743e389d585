package dev.longstack.analysis.find;

import java.util.List;

/** All checks. */
public final class Checks {
    public static final Check LONG_QUEUE_TIME = new LongQueueTime();
    public static final Check STARVED_POOL = new StarvedPool();
    public static final Check BLOCKED_EVENT_LOOP = new BlockedEventLoop();
    public static final Check PENDING_WORK = new PendingWork();
    public static final Check CONTEXT_LEAK = new ContextLeak();
    public static final Check SELF_RESCHEDULING = new SelfRescheduling();
    public static final Check SLOW_STREAM_CONSUMER = new SlowStreamConsumer();
    public static final Check LOST_LINKS = new LostLinks();

    public static final List<Check> ALL = List.of(
            LONG_QUEUE_TIME,
            STARVED_POOL,
            BLOCKED_EVENT_LOOP,
            PENDING_WORK,
            CONTEXT_LEAK,
            SELF_RESCHEDULING,
            SLOW_STREAM_CONSUMER,
            LOST_LINKS);

    private Checks() {}
}
