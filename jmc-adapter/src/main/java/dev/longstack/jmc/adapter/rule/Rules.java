package dev.longstack.jmc.adapter.rule;

import dev.longstack.analysis.find.Checks;

/** Each check as a class that a ServiceLoader can make; META-INF/services lists them. */
public final class Rules {
    private Rules() {}

    public static final class LongQueueTime extends CheckRule {
        public LongQueueTime() {
            super(Checks.LONG_QUEUE_TIME);
        }
    }

    public static final class StarvedPool extends CheckRule {
        public StarvedPool() {
            super(Checks.STARVED_POOL);
        }
    }

    public static final class PendingWork extends CheckRule {
        public PendingWork() {
            super(Checks.PENDING_WORK);
        }
    }

    public static final class LostLinks extends CheckRule {
        public LostLinks() {
            super(Checks.LOST_LINKS);
        }
    }

    public static final class SelfRescheduling extends CheckRule {
        public SelfRescheduling() {
            super(Checks.SELF_RESCHEDULING);
        }
    }

    public static final class BlockedEventLoop extends CheckRule {
        public BlockedEventLoop() {
            super(Checks.BLOCKED_EVENT_LOOP);
        }
    }

    public static final class ContextLeak extends CheckRule {
        public ContextLeak() {
            super(Checks.CONTEXT_LEAK);
        }
    }

    public static final class SlowStreamConsumer extends CheckRule {
        public SlowStreamConsumer() {
            super(Checks.SLOW_STREAM_CONSUMER);
        }
    }
}
